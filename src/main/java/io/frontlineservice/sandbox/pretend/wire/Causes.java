package io.frontlineservice.sandbox.pretend.wire;

import io.frontlineservice.sandbox.pretend.wire.Cause.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cause of each exchange. Phones declare their actions; {@link Journal} asks.
 * The service does not return a cause, as it would not return it to Twilio. So a REST
 * call belongs to the last action in its conversation. A call without a conversation
 * belongs to the only action for which the service works at that time. Thread-safe.
 */
public final class Causes {

	/**
	 * How long calls without a conversation may follow those for a conversation.
	 */
	static final Duration RECENT = Duration.ofSeconds(1);

	/** The action of each thread that is not finished. */
	private final Map<Thread, Cause> unfinished = new HashMap<>();

	private final Map<String, Cause> byConversation = new HashMap<>();

	/** When the service last called for a conversation of each action. */
	private final Map<Cause, Instant> recent = new HashMap<>();

	private final InstantSource clock;

	private long number;

	/** The cause of exchanges without an action; null until there is such an exchange. */
	private @Nullable Cause otherwise = new Cause(0, Kind.START_UP, Map.of());

	Causes(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Runs an action, which causes all exchanges on this thread. An action within another
	 * action is a part of it.
	 * @param about the values of {@link Cause#about}
	 */
	public <T extends @Nullable Object> T during(Kind kind, Map<String, String> about, Supplier<T> action) {
		if (!begin(kind, about)) {
			return action.get();
		}
		try {
			return action.get();
		}
		finally {
			end();
		}
	}

	/** Like {@link #during}, without a result. */
	public void run(Kind kind, Map<String, String> about, Runnable action) {
		this.<@Nullable Object>during(kind, about, () -> {
			action.run();
			return null;
		});
	}

	/**
	 * Returns the cause of an exchange that starts now.
	 * @param conversationSid the conversation of the exchange; null if it has none
	 */
	synchronized Cause of(@Nullable String conversationSid) {
		Cause action = this.unfinished.get(Thread.currentThread());
		if (action != null) {
			if (conversationSid != null) {
				this.byConversation.put(conversationSid, action);
			}
			return action;
		}
		Cause last = this.byConversation.get(conversationSid);
		if (last != null) {
			this.recent.put(last, this.clock.instant());
			return last;
		}
		Set<Cause> active = active();
		return (active.size() == 1) ? active.iterator().next() : otherwise();
	}

	private Set<Cause> active() {
		Instant before = this.clock.instant().minus(RECENT);
		this.recent.values().removeIf((at) -> at.isBefore(before));
		Set<Cause> active = new HashSet<>(this.recent.keySet());
		active.addAll(this.unfinished.values());
		return active;
	}

	/** Forgets all conversations. */
	synchronized void clear() {
		this.byConversation.clear();
		this.recent.clear();
	}

	private Cause otherwise() {
		if (this.otherwise == null) {
			this.otherwise = new Cause(++this.number, Kind.BACKGROUND, Map.of());
		}
		return this.otherwise;
	}

	/** Returns whether the action is not a part of another. */
	private synchronized boolean begin(Kind kind, Map<String, String> about) {
		if (this.unfinished.containsKey(Thread.currentThread())) {
			return false;
		}
		this.unfinished.put(Thread.currentThread(), new Cause(++this.number, kind, about));
		this.otherwise = null;
		return true;
	}

	private synchronized void end() {
		this.unfinished.remove(Thread.currentThread());
	}

}
