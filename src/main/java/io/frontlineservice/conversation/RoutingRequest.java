package io.frontlineservice.conversation;

import java.time.Instant;

/**
 * A request for a worker, which is pending until a worker is in the conversation. Part of
 * {@link ConversationSnapshot}; immutable.
 *
 * @param askedAt since when a worker is needed
 * @param inferred whether {@link ReconciliationJob} inferred the request because Twilio's
 * routing callback did not come
 */
record RoutingRequest(Instant askedAt, boolean inferred) {

}
