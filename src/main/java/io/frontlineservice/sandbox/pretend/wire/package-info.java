/**
 * HTTP between the service and the pretend Twilio: requests, responses and errors, and
 * the record of exchanges.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.NullMarked;
