package io.frontlineservice.sandbox.pretend.fault;

import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fault of REST calls and how often it happens. Activated by {@link Faults#add}.
 * Immutable.
 *
 * @param method the HTTP method; null for any
 * @param path a pattern that must match the whole path
 * @param call the call; null for any
 * @param times how often the fault happens
 * @param manner how the call ends
 * @param done whether the call takes effect although it fails
 * @param delay how long the call waits at the start
 * @param answer the response of the fault; null for the regular response
 */
public record Fault(@Nullable String method, Pattern path, @Nullable RestCall call, int times, Manner manner,
		boolean done, Duration delay, @Nullable Reply answer) {

	private static final Pattern ANY = Pattern.compile(".*");

	/** A fault of one call. By default it happens once and answers 500. */
	public static Fault on(RestCall call) {
		return of(null, ANY, call);
	}

	/**
	 * A fault of all calls with that method and a path that matches the regular
	 * expression.
	 */
	public static Fault on(String method, String path) {
		return of(method, Pattern.compile(path), null);
	}

	/** A fault of all calls. */
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

	/** Answers an error in Twilio's format. */
	public Fault answering(int status, int code) {
		return answering(Reply.error(status, code, "Pretended"));
	}

	/** Answers HTML, as a proxy in front of the API does. */
	public Fault answeringHtml(int status, String body) {
		return answering(Reply.html(status, body));
	}

	private Fault answering(@Nullable Reply other) {
		return new Fault(this.method, this.path, this.call, this.times, Manner.ANSWER, this.done, this.delay, other);
	}

	public Fault retryAfter(String value) {
		return (this.answer != null) ? answering(this.answer.withRetryAfter(value)) : this;
	}

	/** Lets the call take effect before it fails. */
	public Fault butDone() {
		return new Fault(this.method, this.path, this.call, this.times, this.manner, true, this.delay, this.answer);
	}

	/** Answers as usual after a delay. */
	public Fault onlyLate(Duration time) {
		return answering((Reply) null).delayed(time);
	}

	/** Fails after a delay. */
	public Fault delayed(Duration time) {
		return new Fault(this.method, this.path, this.call, this.times, this.manner, this.done, time, this.answer);
	}

	/** Sends no response until {@link Faults#clear}. */
	public Fault hanging() {
		return ending(Manner.HANG);
	}

	/** Closes the connection without a response. */
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

		/** With a response. */
		ANSWER,

		/** Never. */
		HANG,

		/** With a closed connection. */
		HANG_UP

	}

}
