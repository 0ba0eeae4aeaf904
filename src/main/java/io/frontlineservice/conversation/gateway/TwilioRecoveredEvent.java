package io.frontlineservice.conversation.gateway;

/**
 * Twilio's REST API answers again after several failed calls in a row. Published by the
 * implementation of {@link ConversationsGateway}, on the thread of the call that
 * succeeded.
 */
public record TwilioRecoveredEvent() {

}
