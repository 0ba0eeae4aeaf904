package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.routing.RoutingSettings;
import io.frontlineservice.work.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Finds conversations with missed events, because Twilio sends each event only once or
 * twice, within seconds. Run every few minutes, by one instance at a time.
 */
@Component
class ReconciliationJob implements RecurringJob {

	/** How long a new conversation may take to appear in Twilio's list. */
	private static final Duration OVERLAP = Duration.ofMinutes(10);

	private static final int AT_ONCE = 500;

	private final ConversationsGateway gateway;

	private final ConversationEvents events;

	private final ConversationStore conversations;

	private final MissingConversations missing;

	private final ReconciliationWatermark watermark;

	private final ReconciliationSettings settings;

	private final RoutingSettings routing;

	private final Clock clock;

	private final AtomicBoolean firstRun = new AtomicBoolean(true);

	ReconciliationJob(ConversationsGateway gateway, ConversationEvents events, ConversationStore conversations,
			MissingConversations missing, ReconciliationWatermark watermark, ReconciliationSettings settings,
			RoutingSettings routing, Clock clock) {
		this.gateway = gateway;
		this.events = events;
		this.conversations = conversations;
		this.missing = missing;
		this.watermark = watermark;
		this.settings = settings;
		this.routing = routing;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "reconcile-conversations";
	}

	@Override
	public Duration interval() {
		return this.settings.interval();
	}

	@Override
	public void run() {
		Instant now = this.clock.instant();
		if (this.routing.enabled()) {
			this.conversations.unattended(now.minus(Settlement.GRACE), AT_ONCE).forEach(this.events::routingInferred);
		}
		this.conversations.openAndSettledBefore(now.minus(this.settings.recheck()), AT_ONCE)
			.forEach((sid) -> this.events.recheck(sid, delayBeforeNextRun()));
		recheckMissing(now);
		// If the list is not read to its end, an exception leaves the watermark
		// unchanged.
		this.gateway.conversationsSince(start(now), (conversation) -> reconcile(conversation, now));
		this.watermark.set(now);
	}

	/** Checks all of them after a start, because the configuration may be fixed now. */
	private void recheckMissing(Instant now) {
		this.missing.removeForgotten();
		Duration recheck = this.firstRun.getAndSet(false) ? Duration.ZERO : this.settings.recheck();
		this.missing.due(now, recheck, AT_ONCE).forEach((sid) -> {
			this.events.recheck(sid, delayBeforeNextRun());
			this.missing.noteCheck(sid, now);
		});
	}

	/** The watermark with an overlap, but no further back than is configured. */
	private Instant start(Instant now) {
		Instant earliest = now.minus(this.settings.lookBack());
		return this.watermark.get()
			.map((end) -> end.minus(OVERLAP))
			.filter((start) -> start.isAfter(earliest))
			.orElse(earliest);
	}

	/** Spreads rechecks over time, so that new events do not wait behind them. */
	private Duration delayBeforeNextRun() {
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, this.settings.interval().toMillis()));
	}

	private boolean isKnownAsOpen(ConversationSid sid) {
		return this.conversations.find(sid).filter(ConversationSnapshot::isOpen).isPresent();
	}

	private void reconcile(Conversation conversation, Instant now) {
		if (conversation.state() == State.CLOSED || isKnownAsOpen(conversation.sid())) {
			return;
		}
		if (conversation.createdAt().isBefore(now.minus(Settlement.GRACE))) {
			this.events.routingInferred(conversation.sid());
		}
		else {
			this.events.changed(conversation.sid());
		}
	}

}
