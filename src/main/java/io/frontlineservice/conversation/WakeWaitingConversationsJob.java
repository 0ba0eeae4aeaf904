package io.frontlineservice.conversation;

import io.frontlineservice.conversation.routing.PoolWatch;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.work.RecurringJob;
import io.frontlineservice.worker.WorkerDirectory;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Settles the conversations that wait for a worker as soon as a worker may take them:
 * when a member of the pool becomes available or the worker directory changes. Otherwise
 * their own retries settle them. Run every minute, by one instance at a time.
 */
@Component
class WakeWaitingConversationsJob implements RecurringJob {

	/** The longest wait goes first; the others have their own retries. */
	private static final int AT_ONCE = 500;

	private final ConversationStore conversations;

	private final ConversationEvents events;

	private final PoolWatch pool;

	private final RoutingSettings routing;

	WakeWaitingConversationsJob(ConversationStore conversations, ConversationEvents events, PoolWatch pool,
			RoutingSettings routing, WorkerDirectory directory) {
		this.conversations = conversations;
		this.events = events;
		this.pool = pool;
		this.routing = routing;
		directory.onChange(this::wake);
	}

	@Override
	public String name() {
		return "wake-waiting-conversations";
	}

	@Override
	public Duration interval() {
		return Duration.ofMinutes(1);
	}

	@Override
	public void run() {
		if (this.routing.enabled() && !this.conversations.waiting(1).isEmpty() && this.pool.hasNewlyAvailableMember()) {
			wake();
		}
	}

	private void wake() {
		if (this.routing.enabled()) {
			this.conversations.waiting(AT_ONCE).forEach(this.events::changed);
		}
	}

}
