package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.http.OutgoingRequest;
import io.frontlineservice.http.RawResponse;
import io.frontlineservice.http.Transport;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import io.frontlineservice.twilio.TwilioApi;
import java.util.Objects;

/**
 * Sends a request to Twilio once, with a limit of the total time. Called by
 * {@link ApiClient}. Thread-safe.
 */
final class TwilioTransport implements AutoCloseable {

	private final Transport transport;

	private final CallLimits limits;

	TwilioTransport(TwilioApi api, CallLimits limits) {
		this.transport = new Transport("twilio-call", api.url(), limits.http());
		this.limits = limits;
	}

	CallLimits limits() {
		return this.limits;
	}

	/**
	 * Sends a request.
	 * @throws TwilioUnavailableException if there is no complete response in time
	 */
	RawResponse send(OutgoingRequest request) {
		try {
			return this.transport.send(request, Deadline.in(this.limits.http().total()));
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
	public void close() {
		this.transport.close();
	}

}
