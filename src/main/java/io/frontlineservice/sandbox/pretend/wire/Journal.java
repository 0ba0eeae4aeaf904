package io.frontlineservice.sandbox.pretend.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What went over the wire lately, in both directions: the last thousand entries. Written
 * by the server and the sender of events; read by tests and at {@code /pretend/journal}.
 * Thread-safe.
 */
public final class Journal {

	public static final int MOST = 1000;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private long written;

	private final ChangeListeners changes;

	private final InstantSource clock;

	public Journal(ChangeListeners changes, InstantSource clock) {
		this.changes = changes;
		this.clock = clock;
	}

	public void add(Entry entry) {
		synchronized (this) {
			if (this.entries.size() == MOST) {
				this.entries.removeFirst();
			}
			this.entries.addLast(entry);
			this.written++;
		}
		this.changes.fire();
	}

	/** What was not sent or not done, and why. */
	public void note(String text) {
		add(new Entry(this.clock.instant(), Direction.NOTE, "", "", "", Map.of(), null, null, 0, text, 0, null));
	}

	/** All entries, the oldest first. */
	public synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * What was written since, and where to go on.
	 * @param position how much had been written by then; 0 for all there is
	 */
	public synchronized Tail since(long position) {
		long missed = Math.max(0, Math.min(this.entries.size(), this.written - position));
		return new Tail(this.entries.stream().skip(this.entries.size() - missed).toList(), this.written);
	}

	public List<Entry> entries(Predicate<Entry> condition) {
		return entries().stream().filter(condition).toList();
	}

	/** What was posted to the service. */
	public List<Entry> callbacks() {
		return entries((it) -> it.direction() == Direction.CALLBACK);
	}

	/** What the REST API was asked. */
	public List<Entry> restCalls() {
		return entries((it) -> it.direction() == Direction.REST);
	}

	/** What happened otherwise. */
	public List<String> notes() {
		return entries((it) -> it.direction() == Direction.NOTE).stream().map(Entry::answer).toList();
	}

	public synchronized void clear() {
		this.entries.clear();
	}

	/**
	 * The end of the journal.
	 *
	 * @param position how much has been written
	 */
	public record Tail(List<Entry> entries, long position) {

	}

	/** Which way something went. */
	public enum Direction {

		/** A call of the REST API. */
		REST,

		/** A form posted to the service. */
		CALLBACK,

		/** Nothing that was sent: a remark. */
		NOTE

	}

	/**
	 * One exchange.
	 *
	 * @param at when it began
	 * @param name the {@link RestCall}, or the type of the {@code Event}; empty of what
	 * has no name
	 * @param form the parameters of the body
	 * @param signature the {@code X-Twilio-Signature}; null of what has none
	 * @param signatureSettings the {@code X-Twilio-Webhooks-Signature-Settings}; null of
	 * what is not signed by a shared key
	 * @param status the HTTP status of the answer; 0 if there was none
	 * @param answer the body of the answer, or why there was none
	 * @param millis how long it took
	 * @param limitMillis how long it might have taken; null if that is not for Twilio to
	 * say
	 */
	public record Entry(Instant at, Direction direction, String name, String method, String url,
			Map<String, String> form, @Nullable String signature, @Nullable String signatureSettings, int status,
			String answer, long millis, @Nullable Long limitMillis) {

	}

}
