package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Frontline said of each worker a moment ago, or since when it says nothing. Kept
 * and asked by {@link WorkerAvailability}. Thread-safe, and never waits for Twilio; keeps
 * the last 10,000 identities as they are written, because Twilio tells them apart by
 * case.
 */
final class WorkerStatusCache {

	private static final int MAX_ENTRIES = 10_000;

	private static final Duration VALIDITY = Duration.ofSeconds(5);

	/**
	 * Failures further apart are no silence: there may have been answers in between, had
	 * anybody asked. Longer than the work queue pauses, also where Twilio asks it to.
	 */
	private static final Duration LONGEST_GAP = Duration.ofMinutes(30);

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/**
	 * Notes an answer, which ends a silence.
	 * @param asked when Frontline was asked: things are as they were then, or later
	 */
	synchronized void recordStatus(WorkerIdentity identity, WorkerStatus status, Instant asked) {
		put(identity, new Entry(status, asked, asked));
	}

	/** Notes that Frontline could not say now. */
	synchronized void recordFailure(WorkerIdentity identity, Instant now) {
		Entry entry = this.entries.get(identity.written());
		put(identity, new Entry(null, (entry != null) ? entry.outageStart(now) : now, now));
	}

	/** What Frontline said a moment ago; null if nothing. */
	synchronized @Nullable WorkerStatus recentStatus(WorkerIdentity identity, Instant now) {
		Entry entry = this.entries.get(identity.written());
		return (entry != null && isWithin(VALIDITY, entry.last, now)) ? entry.status : null;
	}

	/** Whether Frontline has said nothing of the worker since then. */
	synchronized boolean hasFailedSince(WorkerIdentity identity, Instant time) {
		Entry entry = this.entries.get(identity.written());
		return entry != null && entry.status == null && !entry.first.isAfter(time);
	}

	private void put(WorkerIdentity identity, Entry entry) {
		this.entries.remove(identity.written());
		this.entries.put(identity.written(), entry);
		if (this.entries.size() > MAX_ENTRIES) {
			this.entries.remove(this.entries.keySet().iterator().next());
		}
	}

	/** Also of a clock that was put back nothing is kept for longer. */
	private static boolean isWithin(Duration time, Instant one, Instant other) {
		return Duration.between(one, other).abs().compareTo(time) < 0;
	}

	/**
	 * The last answers that were alike.
	 *
	 * @param status what Frontline said; null if it could not
	 * @param first when it said so first, for all that is known
	 * @param last when it said so last
	 */
	private record Entry(@Nullable WorkerStatus status, Instant first, Instant last) {

		Instant outageStart(Instant now) {
			return (this.status == null && isWithin(LONGEST_GAP, this.last, now)) ? this.first : now;
		}

	}

}
