/** Faults that a test or the sandbox's page injects into REST calls. */
@NullMarked
package io.frontlineservice.sandbox.pretend.fault;

import org.jspecify.annotations.NullMarked;
