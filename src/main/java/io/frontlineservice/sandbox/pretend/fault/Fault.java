package io.frontlineservice.sandbox.pretend.fault;

import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with REST calls, and how often. Written by tests, armed by
 * {@link Faults#add}. Immutable.
 *
 * @param method the HTTP method; null for any
 * @param path what the whole path must match
 * @param call which call it is about; null for any
 * @param times how often it happens
 * @param manner how it ends
 * @param done whether what was asked is done first
 * @param delay how long nothing happens before anything else
 * @param answer what is answered instead; null for what would be answered anyway
 */
public record Fault(@Nullable String method, Pattern path, @Nullable RestCall call, int times, Manner manner,
		boolean done, Duration delay, @Nullable Reply answer) {

	private static final Pattern ANY = Pattern.compile(".*");

	/** Of one call; once, and a 500, until something else is said. */
	public static Fault on(RestCall call) {
		return of(null, ANY, call);
	}

	/** Of whatever has that method and a path that matches the regular expression. */
	public static Fault on(String method, String path) {
		return of(method, Pattern.compile(path), null);
	}

	/** Of every call. */
	public static Fault onAnything() {
		return of(null, ANY, null);
	}

	private static Fault of(@Nullable String method, Pattern path, @Nullable RestCall call) {
		return new Fault(method, path, call, 1, Manner.ANSWER, false, Duration.ZERO,
				Reply.error(500, 20500, "Internal Server Error"));
	}

	public Fault times(int number) {
		return new Fault(this.method, this.path, this.call, number, this.manner, this.done, this.delay, this.answer);
	}

	public Fault always() {
		return times(Integer.MAX_VALUE);
	}

	/** An error as Twilio writes it. */
	public Fault answering(int status, int code) {
		return answering(Reply.error(status, code, "Pretended"));
	}

	/** An error by something in between that knows nothing of JSON. */
	public Fault answeringHtml(int status, String body) {
		return answering(Reply.html(status, body));
	}

	private Fault answering(@Nullable Reply other) {
		return new Fault(this.method, this.path, this.call, this.times, Manner.ANSWER, this.done, this.delay, other);
	}

	public Fault retryAfter(String value) {
		return (this.answer != null) ? answering(this.answer.withRetryAfter(value)) : this;
	}

	/** Does what was asked, and only then fails. */
	public Fault butDone() {
		return new Fault(this.method, this.path, this.call, this.times, this.manner, true, this.delay, this.answer);
	}

	/** Answers as always, but late. */
	public Fault onlyLate(Duration time) {
		return answering((Reply) null).delayed(time);
	}

	/** Fails late. */
	public Fault delayed(Duration time) {
		return new Fault(this.method, this.path, this.call, this.times, this.manner, this.done, time, this.answer);
	}

	/** Says nothing until {@link Faults#clear}. */
	public Fault hanging() {
		return ending(Manner.HANG);
	}

	/** Closes the connection without an answer. */
	public Fault hangingUp() {
		return ending(Manner.HANG_UP);
	}

	private Fault ending(Manner other) {
		return new Fault(this.method, this.path, this.call, this.times, other, this.done, this.delay, this.answer);
	}

	boolean isAbout(Request request, @Nullable RestCall its) {
		return (this.method == null || this.method.equals(request.method()))
				&& this.path.matcher(request.path()).matches() && (this.call == null || this.call == its);
	}

	/** How a call ends. */
	public enum Manner {

		/** With an answer. */
		ANSWER,

		/** Not at all. */
		HANG,

		/** With a connection that is closed. */
		HANG_UP

	}

}
