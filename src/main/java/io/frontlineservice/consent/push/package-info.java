/**
 * Sends opt-outs and opt-ins to Twilio's Consent API, if
 * {@code frontline.consent.push-to-twilio} is on. Called by package
 * {@code consent.optout} through its port.
 */
@NullMarked
package io.frontlineservice.consent.push;

import org.jspecify.annotations.NullMarked;
