package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.people.StoredGrants;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.work.WorkQueue;
import io.frontlineservice.work.WorkStore;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores the events of conversations and requests their settlement. Called by the
 * conversations and the routing callback, and by {@link ReconciliationJob}. When a method
 * returns, the event and the request are on the disk. Thread-safe.
 * <p>
 * All methods throw {@link org.springframework.dao.DataAccessException} or
 * {@link org.springframework.transaction.TransactionException} if the event cannot be
 * stored. The callback must not answer 200 then.
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
			WorkQueue queue, RoutingSettings routing, @WorkStore TransactionTemplate transaction) {
		this.conversations = conversations;
		this.missing = missing;
		this.grants = grants;
		this.queue = queue;
		this.routing = routing;
		this.transaction = transaction;
	}

	/** The conversation or its participants have changed. */
	public void changed(ConversationSid conversationSid) {
		store(conversationSid, (sid) -> {
		});
	}

	/** The conversation has ended, and with it the grants that it gave. */
	public void closed(ConversationSid conversationSid) {
		store(conversationSid, (sid) -> {
			this.conversations.markClosed(sid);
			this.missing.remove(sid);
			this.grants.end(sid);
		});
	}

	/** Twilio asks for a worker for the conversation. */
	public void routingAsked(ConversationSid conversationSid) {
		store(conversationSid, (sid) -> requestRouting(sid, false));
	}

	/** The conversation seems to need a worker, although Twilio has not asked for one. */
	void routingInferred(ConversationSid conversationSid) {
		store(conversationSid, (sid) -> requestRouting(sid, true));
	}

	/** An event of the conversation may have been missed. */
	void recheck(ConversationSid conversationSid, Duration delay) {
		this.transaction.executeWithoutResult((status) -> {
			this.queue.request(Settlement.JOB, conversationSid.value(), delay);
			this.conversations.markRechecked(conversationSid);
		});
	}

	private void requestRouting(ConversationSid sid, boolean inferred) {
		if (this.routing.enabled()) {
			this.conversations.requestRouting(sid, inferred);
		}
	}

	private void store(ConversationSid conversationSid, Consumer<ConversationSid> event) {
		this.queue.request(Settlement.JOB, conversationSid.value(), () -> {
			this.conversations.add(conversationSid);
			event.accept(conversationSid);
		});
	}

}
