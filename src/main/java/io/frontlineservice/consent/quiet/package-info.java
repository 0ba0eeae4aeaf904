/**
 * Quiet hours: when a conversation that a worker begins may start, by the customer's
 * local time.
 */
@NullMarked
package io.frontlineservice.consent.quiet;

import org.jspecify.annotations.NullMarked;
