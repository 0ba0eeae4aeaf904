package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.page.ConversationPieces.Piece;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.sandbox.pretend.wire.Journal.Tail;
import io.frontlineservice.sandbox.pretend.world.ConversationChanges;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page, and the changes it has received: first the whole state, then only what
 * changes. No event is large, so that the page can render between two of them. Used by
 * {@link Broadcast}. Thread-safe.
 */
final class PageStream {

	/** How soon a page reconnects after it has lost the connection. */
	private static final Duration RECONNECT = Duration.ofSeconds(1);

	/** The maximum number of exchanges in an event. */
	private static final int MOST_EXCHANGES = 20;

	private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

	private final SseEmitter emitter;

	private final String run;

	private final PretendTwilio twilio;

	private final FaultSwitches faults;

	private final ConversationPieces pieces;

	/** Whether an update is scheduled. */
	private final AtomicBoolean scheduled = new AtomicBoolean();

	/** When the last update began. */
	private volatile long updated = System.nanoTime() - NANOS_BETWEEN;

	private long exchangesSent;

	private long conversationsSent;

	private @Nullable Set<FaultSwitch> switchesSent;

	/**
	 * Creates a stream, which has sent nothing.
	 * @param run the run of the sandbox, which the first event names
	 */
	PageStream(SseEmitter emitter, String run, PretendTwilio twilio, FaultSwitches faults) {
		this.emitter = emitter;
		this.run = run;
		this.twilio = twilio;
		this.faults = faults;
		this.pieces = new ConversationPieces(twilio.app()::templatesFrom);
	}

	/**
	 * Sends the changes that the page has not received, on a thread of the executor and
	 * at most ten times a second. Changes until then are sent together.
	 */
	void update(Executor threads) {
		if (this.scheduled.compareAndSet(false, true)) {
			long wait = NANOS_BETWEEN - (System.nanoTime() - this.updated);
			CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, threads).execute(this::catchUp);
		}
	}

	/** While a page reads nothing, one update waits to be sent and one for its turn. */
	private synchronized void catchUp() {
		this.updated = System.nanoTime();
		this.scheduled.set(false);
		try {
			if (this.switchesSent == null) {
				this.emitter.send(
						SseEmitter.event().name("start").data(new Start(this.run)).reconnectTime(RECONNECT.toMillis()));
			}
			sendSwitches();
			sendConversations();
			sendExchanges();
		}
		catch (IOException | IllegalStateException ex) {
			// The page is closed; the emitter reports it.
		}
	}

	private void sendSwitches() throws IOException {
		Set<FaultSwitch> on = this.faults.on();
		if (!on.equals(this.switchesSent)) {
			send("switches", on);
			this.switchesSent = on;
		}
	}

	private void sendConversations() throws IOException {
		ConversationChanges latest = this.twilio.conversationsSince(this.conversationsSent);
		for (List<Piece> group : this.pieces.of(latest.changes())) {
			send("conversations", group);
		}
		this.conversationsSent = latest.position();
	}

	private void sendExchanges() throws IOException {
		Tail tail = this.twilio.journal().since(this.exchangesSent);
		List<Entry> entries = tail.entries();
		for (int start = 0; start < entries.size(); start += MOST_EXCHANGES) {
			send("exchanges", entries.subList(start, Math.min(start + MOST_EXCHANGES, entries.size())));
		}
		this.exchangesSent = tail.position();
	}

	private void send(String event, Object data) throws IOException {
		this.emitter.send(SseEmitter.event().name(event).data(data));
	}

	void complete() {
		this.emitter.complete();
	}

	/**
	 * The first event of a stream.
	 *
	 * @param run differs after a restart of the sandbox, which has none of the former
	 * conversations
	 */
	private record Start(String run) {

	}

}
