/**
 * The Twilio account: its keys, numbers and callbacks, and its limits. Uses no other
 * package of the pretend Twilio.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.account;

import org.jspecify.annotations.NullMarked;
