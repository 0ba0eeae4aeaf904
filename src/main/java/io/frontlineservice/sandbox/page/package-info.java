/**
 * The sandbox's page: a worker's phone, a customer's, and the wire beside them. It does
 * nothing that a phone and Twilio could not: all it shows goes by real HTTP between the
 * pretend Twilio and a callback server.
 */
@NullMarked
package io.frontlineservice.sandbox.page;

import org.jspecify.annotations.NullMarked;
