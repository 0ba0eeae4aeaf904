package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last known status of each worker, or since when the status is unknown. Used by
 * {@link WorkerAvailability}. Thread-safe; never waits for Twilio. Keeps the last 10,000
 * identities as written, because Twilio distinguishes upper and lower case.
 */
final class WorkerStatusCache {

	private static final int MAX_ENTRIES = 10_000;

	private static final Duration VALIDITY = Duration.ofSeconds(5);

	/**
	 * Failures further apart do not count as one outage, because Twilio may have worked
	 * in between. Longer than any retry interval of the work queue.
	 */
	private static final Duration LONGEST_GAP = Duration.ofMinutes(30);

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	/**
	 * Stores a status, which ends an outage.
	 * @param asked when the call began; the status is not older than that
	 */
	synchronized void recordStatus(WorkerIdentity identity, WorkerStatus status, Instant asked) {
		put(identity, new Entry(status, asked, asked));
	}

	/** Stores that the status could not be read now. */
	synchronized void recordFailure(WorkerIdentity identity, Instant now) {
		Entry entry = this.entries.get(identity.written());
		put(identity, new Entry(null, (entry != null) ? entry.outageStart(now) : now, now));
	}

	/** Returns a status of the last seconds; null without one. */
	synchronized @Nullable WorkerStatus recentStatus(WorkerIdentity identity, Instant now) {
		Entry entry = this.entries.get(identity.written());
		return (entry != null && isWithin(VALIDITY, entry.last, now)) ? entry.status : null;
	}

	/** Whether the status of the worker has been unknown since that time. */
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

	/** Also correct after the clock was set back. */
	private static boolean isWithin(Duration time, Instant one, Instant other) {
		return Duration.between(one, other).abs().compareTo(time) < 0;
	}

	/**
	 * The result of the last call, or of the last failed calls in a row.
	 *
	 * @param status the status; null if the calls failed
	 * @param first when the first of these calls was made
	 * @param last when the last of these calls was made
	 */
	private record Entry(@Nullable WorkerStatus status, Instant first, Instant last) {

		Instant outageStart(Instant now) {
			return (this.status == null && isWithin(LONGEST_GAP, this.last, now)) ? this.first : now;
		}

	}

}
