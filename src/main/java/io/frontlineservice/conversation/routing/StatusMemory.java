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
 * and asked by {@link Reachability}. Thread-safe, and never waits for Twilio; keeps the
 * last 10,000 identities as they are written, because Twilio tells them apart by case.
 */
final class StatusMemory {

	private static final int MOST = 10_000;

	private static final Duration FRESH = Duration.ofSeconds(5);

	/**
	 * Failures further apart are no silence: there may have been answers in between, had
	 * anybody asked. Longer than the work queue pauses, also where Twilio asks it to.
	 */
	private static final Duration LONGEST_GAP = Duration.ofMinutes(30);

	private final Map<String, Note> notes = new LinkedHashMap<>();

	/**
	 * Notes an answer, which ends a silence.
	 * @param asked when Frontline was asked: things are as they were then, or later
	 */
	synchronized void answered(WorkerIdentity identity, WorkerStatus status, Instant asked) {
		put(identity, new Note(status, asked, asked));
	}

	/** Notes that Frontline could not say now. */
	synchronized void unanswered(WorkerIdentity identity, Instant now) {
		Note note = this.notes.get(identity.written());
		put(identity, new Note(null, (note != null) ? note.beginningOfSilence(now) : now, now));
	}

	/** What Frontline said a moment ago; null if nothing. */
	synchronized @Nullable WorkerStatus recent(WorkerIdentity identity, Instant now) {
		Note note = this.notes.get(identity.written());
		return (note != null && isWithin(FRESH, note.last, now)) ? note.status : null;
	}

	/** Whether Frontline has said nothing of the worker since then. */
	synchronized boolean isSilentSince(WorkerIdentity identity, Instant then) {
		Note note = this.notes.get(identity.written());
		return note != null && note.status == null && !note.first.isAfter(then);
	}

	private void put(WorkerIdentity identity, Note note) {
		this.notes.remove(identity.written());
		this.notes.put(identity.written(), note);
		if (this.notes.size() > MOST) {
			this.notes.remove(this.notes.keySet().iterator().next());
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
	private record Note(@Nullable WorkerStatus status, Instant first, Instant last) {

		Instant beginningOfSilence(Instant now) {
			return (this.status == null && isWithin(LONGEST_GAP, this.last, now)) ? this.first : now;
		}

	}

}
