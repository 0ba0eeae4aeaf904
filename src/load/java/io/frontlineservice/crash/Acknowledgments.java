package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which events the service acknowledged, and when it added a worker. {@link Wire} writes
 * to it, {@link ConversationChecks} reads it. Thread-safe.
 */
final class Acknowledgments {

	private final Map<String, Instant> told = new ConcurrentHashMap<>();

	private final Map<String, Instant> routing = new ConcurrentHashMap<>();

	private final Map<String, Instant> done = new ConcurrentHashMap<>();

	private final AtomicInteger acknowledged = new AtomicInteger();

	private final AtomicInteger refused = new AtomicInteger();

	private final AtomicInteger unanswered = new AtomicInteger();

	void note(TrafficEvent happening) {
		String sid = happening.conversationSid();
		if (happening.moment() == Moment.EVENT_ANSWERED) {
			count(happening.status());
			if (sid != null && happening.status() == 200) {
				this.told.putIfAbsent(sid, Instant.now());
				if (happening.name().equals(Event.ROUTING)) {
					this.routing.putIfAbsent(sid, Instant.now());
				}
			}
		}
		if (sid != null && happening.is(Moment.CALL_DONE, RestCall.ADD_PARTICIPANT) && happening.status() == 201) {
			this.done.putIfAbsent(sid, Instant.now());
		}
	}

	private void count(int status) {
		AtomicInteger outcome = (status == 200) ? this.acknowledged : (status == 0) ? this.unanswered : this.refused;
		outcome.incrementAndGet();
	}

	/** Whether any event of this conversation was acknowledged. */
	boolean isTold(String sid) {
		return this.told.containsKey(sid);
	}

	/** When the request for a worker was acknowledged. */
	Optional<Instant> routingAcknowledged(String sid) {
		return Optional.ofNullable(this.routing.get(sid));
	}

	/** When a worker was added. */
	Optional<Instant> done(String sid) {
		return Optional.ofNullable(this.done.get(sid));
	}

	int acknowledged() {
		return this.acknowledged.get();
	}

	int refused() {
		return this.refused.get();
	}

	int unanswered() {
		return this.unanswered.get();
	}

}
