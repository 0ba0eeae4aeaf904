/**
 * The callbacks: a controller for each URL that Twilio calls, with its forms and answers.
 * Forms are bound here, because Spring's binding does not protect against forms that are
 * split differently from the signed one.
 */
@NullMarked
package io.frontlineservice.callback;

import org.jspecify.annotations.NullMarked;
