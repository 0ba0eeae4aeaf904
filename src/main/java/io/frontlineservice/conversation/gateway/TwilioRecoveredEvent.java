package io.frontlineservice.conversation.gateway;

/**
 * Twilio's REST API has answered again after several calls in a row that failed.
 * Published by the implementation of {@link ConversationsGateway}, on the thread of the
 * call that was answered.
 */
public record TwilioRecoveredEvent() {

}
