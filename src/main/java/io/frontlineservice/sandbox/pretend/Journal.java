package io.frontlineservice.sandbox.pretend;

import java.time.Instant;
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

	static final int MOST = 1000;

	private final Deque<Entry> entries = new ArrayDeque<>();

	Journal() {
	}

	synchronized void add(Entry entry) {
		if (this.entries.size() == MOST) {
			this.entries.removeFirst();
		}
		this.entries.addLast(entry);
	}

	/** What was not sent or not done, and why. */
	void note(Instant at, String text) {
		add(new Entry(at, Direction.NOTE, "", "", Map.of(), null, 0, text, 0));
	}

	/** All entries, the oldest first. */
	public synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
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

	synchronized void clear() {
		this.entries.clear();
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
	 * @param form the parameters of the body
	 * @param signature the {@code X-Twilio-Signature}; null of what has none
	 * @param status the HTTP status of the answer; 0 if there was none
	 * @param answer the body of the answer, or why there was none
	 * @param millis how long it took
	 */
	public record Entry(Instant at, Direction direction, String method, String url, Map<String, String> form,
			@Nullable String signature, int status, String answer, long millis) {

	}

}
