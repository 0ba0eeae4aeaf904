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
 * The last thousand exchanges in both directions. Written by {@code RestServer} and
 * {@code Callbacks}; read by tests and at {@code /pretend/journal}. Thread-safe.
 */
public final class Journal {

	public static final int MOST = 1000;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private long written;

	private final ChangeListeners changes;

	private final Causes causes;

	private final InstantSource clock;

	public Journal(ChangeListeners changes, InstantSource clock) {
		this.changes = changes;
		this.causes = new Causes(clock);
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

	/** Records what was not sent or not done, and why. */
	public void note(String text) {
		add(new Entry(this.clock.instant(), Direction.NOTE, "", "", "", Map.of(), null, null, 0, text, 0, null,
				causeOf(null)));
	}

	/** The actions that cause exchanges. */
	public Causes causes() {
		return this.causes;
	}

	/**
	 * Returns the cause of an exchange that starts now.
	 * @param conversationSid the conversation of the exchange; null if it has none
	 */
	public Cause causeOf(@Nullable String conversationSid) {
		return this.causes.of(conversationSid);
	}

	/** Returns all entries, the oldest first. */
	public synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * Returns the entries written after a position.
	 * @param position the {@link Tail#position} of the previous call; 0 for all entries
	 */
	public synchronized Tail since(long position) {
		long missed = Math.max(0, Math.min(this.entries.size(), this.written - position));
		return new Tail(this.entries.stream().skip(this.entries.size() - missed).toList(), this.written);
	}

	public List<Entry> entries(Predicate<Entry> condition) {
		return entries().stream().filter(condition).toList();
	}

	/** The callbacks posted to the service. */
	public List<Entry> callbacks() {
		return entries((it) -> it.direction() == Direction.CALLBACK);
	}

	/** The calls of the REST API. */
	public List<Entry> restCalls() {
		return entries((it) -> it.direction() == Direction.REST);
	}

	/** The texts of all notes. */
	public List<String> notes() {
		return entries((it) -> it.direction() == Direction.NOTE).stream().map(Entry::answer).toList();
	}

	public synchronized void clear() {
		this.entries.clear();
		this.causes.clear();
	}

	/**
	 * The end of the journal.
	 *
	 * @param position the number of entries written so far
	 */
	public record Tail(List<Entry> entries, long position) {

	}

	/** The direction of an exchange. */
	public enum Direction {

		/** A call of the REST API. */
		REST,

		/** A form posted to the service. */
		CALLBACK,

		/** No exchange, but a note. */
		NOTE

	}

	/**
	 * One exchange.
	 *
	 * @param at when it started
	 * @param name the {@link RestCall} or the type of the event; empty without a name
	 * @param form the parameters of the body
	 * @param signature the {@code X-Twilio-Signature}; null without one
	 * @param signatureSettings the {@code X-Twilio-Webhooks-Signature-Settings}; null
	 * unless a shared key signs
	 * @param status the HTTP status of the response; 0 without a response
	 * @param answer the body of the response, or the reason that there was none
	 * @param millis how long it took
	 * @param limitMillis Twilio's time limit; null without a limit
	 * @param cause what caused it
	 */
	public record Entry(Instant at, Direction direction, String name, String method, String url,
			Map<String, String> form, @Nullable String signature, @Nullable String signatureSettings, int status,
			String answer, long millis, @Nullable Long limitMillis, Cause cause) {

	}

}
