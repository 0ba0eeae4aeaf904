package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.limit.BoundedCalls;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.frontlineservice.twilio.TwilioApi;
import java.io.IOException;
import java.util.Objects;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * Sends a request to Twilio once, with a limit of the total time. Called by
 * {@link ApiClient}. Thread-safe.
 * <p>
 * The timeouts of the HTTP client limit each wait but not their sum, and not the DNS
 * lookup. So each call runs on its own thread, and its caller waits no longer than
 * {@link CallLimits#total()}.
 */
final class Transport implements AutoCloseable {

	private final CloseableHttpClient client;

	private final CallLimits limits;

	private final BoundedCalls calls;

	Transport(TwilioApi api, CallLimits limits) {
		this.client = HttpClients.create(api, limits);
		this.limits = limits;
		// Twice as many, because a canceled call may take a moment to end.
		this.calls = new BoundedCalls("twilio-call", limits.atOnce() * 2);
	}

	CallLimits limits() {
		return this.limits;
	}

	/**
	 * Sends a request.
	 * @throws TwilioUnavailableException if there is no complete response in time
	 */
	RawResponse send(HttpUriRequestBase request) {
		try {
			return this.calls.call(() -> this.client.execute(request, RawResponse::of),
					Deadline.in(this.limits.total()), request::cancel);
		}
		catch (UnansweredCallException ex) {
			throw new TwilioUnavailableException(message(ex), null);
		}
	}

	private static String message(UnansweredCallException ex) {
		return switch (ex.reason()) {
			case TOO_MANY -> "Too many calls of Twilio have not ended";
			case LATE -> "Twilio did not answer in time";
			case STOPPING -> "The service is stopping";
			// The message of the cause may contain addresses.
			case FAILED ->
				"Twilio did not answer (" + Objects.requireNonNull(ex.getCause()).getClass().getSimpleName() + ")";
		};
	}

	@Override
	public void close() throws IOException {
		this.calls.close();
		this.client.close(CloseMode.IMMEDIATE);
	}

}
