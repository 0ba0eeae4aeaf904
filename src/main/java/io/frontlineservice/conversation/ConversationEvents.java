package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.work.WorkQueue;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes down what happens to conversations. Called by the conversations and the routing
 * callback; when a method returns, the event is on the disk, and what it asks for will be
 * done. Thread-safe.
 * <p>
 * All methods throw {@link org.springframework.dao.DataAccessException} or
 * {@link org.springframework.transaction.TransactionException} if the event cannot be
 * kept: then Twilio must not be told that it was.
 */
@Service
public class ConversationEvents {

	private final ConversationStore conversations;

	private final MissingConversations missing;

	private final StoredGrants grants;

	private final WorkQueue queue;

	private final RoutingSettings routing;

	private final TransactionTemplate transaction;

	ConversationEvents(ConversationStore conversations, MissingConversations missing, StoredGrants grants,
			WorkQueue queue, RoutingSettings routing, TransactionTemplate transaction) {
		this.conversations = conversations;
		this.missing = missing;
		this.grants = grants;
		this.queue = queue;
		this.routing = routing;
		this.transaction = transaction;
	}

	/** Something about the conversation, or who is in it, has changed. */
	public void changed(ConversationSid conversationSid) {
		take(conversationSid, (sid) -> {
		});
	}

	/** The conversation is over: nobody sees anybody because of it any more. */
	public void closed(ConversationSid conversationSid) {
		take(conversationSid, (sid) -> {
			this.conversations.markClosed(sid);
			this.missing.remove(sid);
			this.grants.end(sid);
		});
	}

	/** A worker is wanted for the conversation. */
	public void routingAsked(ConversationSid conversationSid) {
		take(conversationSid, (sid) -> askRouting(sid, false));
	}

	/** Nobody has said so, but it looks as if a worker were wanted. */
	void routingInferred(ConversationSid conversationSid) {
		take(conversationSid, (sid) -> askRouting(sid, true));
	}

	/** Nothing is known to have happened, but it may have. */
	void recheck(ConversationSid conversationSid, Duration delay) {
		this.transaction.executeWithoutResult((status) -> {
			this.queue.request(Settlement.JOB, conversationSid.value(), delay);
			this.conversations.markRechecked(conversationSid);
		});
	}

	private void askRouting(ConversationSid sid, boolean inferred) {
		if (this.routing.enabled()) {
			this.conversations.requestRouting(sid, inferred);
		}
	}

	private void take(ConversationSid conversationSid, Consumer<ConversationSid> event) {
		this.queue.request(Settlement.JOB, conversationSid.value(), () -> {
			this.conversations.add(conversationSid);
			event.accept(conversationSid);
		});
	}

}
