/**
 * The Twilio account: its keys, numbers and callbacks, and the limits it works under. Set
 * up by whoever starts a pretend Twilio.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend.account;

import org.jspecify.annotations.NullMarked;
