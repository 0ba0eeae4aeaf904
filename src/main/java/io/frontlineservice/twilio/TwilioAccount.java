package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;

/**
 * The Twilio account that Frontline belongs to, as the REST API knows it. Made of the
 * settings; used in {@code twilio.rest}. Immutable.
 *
 * @param sid the account's SID
 * @param authToken its primary auth token
 */
public record TwilioAccount(String sid, Secret authToken) {

}
