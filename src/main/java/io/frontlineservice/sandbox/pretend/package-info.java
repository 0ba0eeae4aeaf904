/**
 * A pretend Twilio over real HTTP, with the part of Conversations and Frontline that this
 * service uses. The sandbox and tests run against it.
 * {@link io.frontlineservice.sandbox.pretend.PretendTwilio} is the entry point.
 */
@NullMarked
package io.frontlineservice.sandbox.pretend;

import org.jspecify.annotations.NullMarked;
