/**
 * Phones: customers who write messages, and workers in the Frontline app.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.phone;

import org.jspecify.annotations.NullMarked;
