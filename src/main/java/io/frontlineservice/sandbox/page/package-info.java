/**
 * The sandbox's page: a worker's phone, a customer's phone, and the HTTP traffic between
 * the pretend Twilio and a callback server.
 */
@NullMarked
package io.frontlineservice.sandbox.page;

import org.jspecify.annotations.NullMarked;
