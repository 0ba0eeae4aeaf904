/**
 * Uses the sandbox for a while and ends it, so that the JVM learns which classes and
 * methods real requests need. What it learns becomes the class cache.
 */
@NullMarked
package io.frontlineservice.sandbox.training;

import org.jspecify.annotations.NullMarked;
