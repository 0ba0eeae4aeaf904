package io.frontlineservice.conformance;

import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.http.HttpLimits;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.RawResponse;
import io.frontlineservice.http.RetryAfter;
import io.frontlineservice.http.Transport;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.frontlineservice.limit.UnansweredCallException.Reason;
import io.frontlineservice.privacy.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The server that is checked. Sends single requests, waits where the server asks for a
 * pause, and measures. Used by the checks. Not thread-safe.
 */
final class CheckedServer implements AutoCloseable {

	/** The time in which the service needs an answer. */
	static final Duration TIME = Duration.ofSeconds(4);

	/** A little more than the service reads, to tell how large an answer was. */
	private static final int MAX_BYTES = 6 * 1024 * 1024;

	private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(1), Duration.ofSeconds(2),
			Duration.ofSeconds(2), TIME, TIME, 2, MAX_BYTES);

	private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int MOST_ATTEMPTS = 4;

	private final ApiUrl url;

	private final Secret authorization;

	private final Transport transport = new Transport("conformance", null, LIMITS);

	private final Clocks clocks;

	private final Measurements measured = new Measurements();

	/**
	 * Creates a server.
	 * @param authorization the value of the header {@code Authorization}
	 */
	CheckedServer(ApiUrl url, Secret authorization, Clocks clocks) {
		this.url = url;
		this.authorization = authorization;
		this.clocks = clocks;
	}

	/** Returns what was measured so far. */
	Measurements measured() {
		return this.measured;
	}

	/** Sends a request with the credentials. */
	ServerReply get(String pathAndQuery) {
		return get(pathAndQuery, this.authorization.reveal());
	}

	/**
	 * Sends a request.
	 * @param header the value of the header {@code Authorization}; null without it
	 * @throws CheckFailedException if there is no answer
	 */
	ServerReply get(String pathAndQuery, @Nullable String header) {
		for (int attempt = 1;; attempt++) {
			ServerReply reply = ServerReply.of(send(pathAndQuery, header));
			if (reply.status() != TOO_MANY_REQUESTS || attempt == MOST_ATTEMPTS) {
				return reply;
			}
			Duration asked = RetryAfter.parse(reply.header(HttpHeaders.RETRY_AFTER), Instant.MAX);
			this.measured.limited(reply.header(HttpHeaders.RETRY_AFTER) != null);
			Duration pause = Objects.requireNonNullElse(asked, USUAL_PAUSE);
			this.clocks.sleep((pause.compareTo(LONGEST_PAUSE) < 0) ? pause : LONGEST_PAUSE);
		}
	}

	private RawResponse send(String pathAndQuery, @Nullable String header) {
		Map<String, String> headers = new HashMap<>(
				Map.of(HttpHeaders.ACCEPT, "application/json", HttpHeaders.USER_AGENT, "frontline-conformance"));
		if (header != null) {
			headers.put(HttpHeaders.AUTHORIZATION, header);
		}
		OutgoingRequest request = new OutgoingRequest("GET", URI.create(this.url.base() + pathAndQuery), headers, null);
		long start = this.clocks.nanoTime().getAsLong();
		try {
			RawResponse response = this.transport.send(request, Deadline.in(TIME));
			this.measured.answered(Duration.ofNanos(this.clocks.nanoTime().getAsLong() - start),
					response.body().getBytes(StandardCharsets.UTF_8).length);
			return response;
		}
		catch (UnansweredCallException ex) {
			throw new CheckFailedException("an answer within " + TIME.toSeconds() + " seconds", received(ex));
		}
	}

	/** The message of the cause may contain addresses. */
	private static String received(UnansweredCallException ex) {
		return (ex.reason() == Reason.FAILED)
				? "none (" + Objects.requireNonNull(ex.getCause()).getClass().getSimpleName() + ")"
				: "none in that time";
	}

	@Override
	public void close() {
		this.transport.close();
	}

	/**
	 * The passing of time, which tests replace.
	 *
	 * @param nanoTime measures answers
	 * @param pause waits for so many milliseconds
	 */
	record Clocks(LongSupplier nanoTime, Pause pause) {

		static final Clocks SYSTEM = new Clocks(System::nanoTime, Thread::sleep);

		void sleep(Duration time) {
			try {
				this.pause.of(time.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new CheckFailedException("an answer", "none: the check was interrupted");
			}
		}

	}

	/** Lets time pass. */
	@FunctionalInterface
	interface Pause {

		void of(long millis) throws InterruptedException;

	}

}
