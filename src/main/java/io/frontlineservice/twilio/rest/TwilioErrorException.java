package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.http.RawResponse;
import io.frontlineservice.http.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twilio responded with an error. Thrown by {@link ApiClient} through Twilio's library;
 * {@link MeteredCalls} translates it into an exception of the port, {@link AccountAccess}
 * into an observation. It keeps no text of Twilio's, which quotes phone numbers.
 */
final class TwilioErrorException extends RuntimeException {

	/** The interval of retries until an operator fixes the credentials. */
	private static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);

	/** The statuses that reject an identity: bad request, URI too long, unprocessable. */
	private static final Set<Integer> IDENTITY_REJECTED = Set.of(400, 414, 422);

	private final ErrorKind kind;

	private final int status;

	private final int code;

	private final @Nullable Duration retryAfter;

	private TwilioErrorException(ErrorKind kind, int status, int code, @Nullable Duration retryAfter) {
		super("Twilio responded with status " + status + ", error " + code, null, false, false);
		this.kind = kind;
		this.status = status;
		this.code = code;
		this.retryAfter = retryAfter;
	}

	static TwilioErrorException of(RawResponse response, Instant now) {
		JsonNode body = json(response.body());
		int code = body.path("code").asInt(0);
		ErrorKind kind = ErrorKind.of(response.status(), code);
		String message = body.path("message").asString("").toLowerCase(Locale.ROOT);
		if (kind == ErrorKind.PERMANENT && message.contains("initializing")) {
			kind = ErrorKind.TEMPORARY;
		}
		return new TwilioErrorException(kind, response.status(), code,
				RetryAfter.parse(response.header(HttpHeaders.RETRY_AFTER), now));
	}

	/** Returns the error for a response that names another account. */
	static TwilioErrorException ofOtherAccount(int status) {
		return new TwilioErrorException(ErrorKind.OTHER_ACCOUNT, status, 0, null);
	}

	private static JsonNode json(String body) {
		try {
			return JsonMapper.shared().readTree(body);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().missingNode();
		}
	}

	int code() {
		return this.code;
	}

	ErrorKind kind() {
		return this.kind;
	}

	/** Returns whether Twilio itself responded with 403. */
	boolean isForbidden() {
		return this.status == 403 && this.code != 0;
	}

	/** Returns this error with another meaning. */
	TwilioErrorException kind(ErrorKind other) {
		return new TwilioErrorException(other, this.status, this.code, this.retryAfter);
	}

	/**
	 * Returns this error for a call with an identity in its path. The status alone shows
	 * whether Twilio rejects the identity; any other error concerns the account and may
	 * be temporary.
	 * @param mayBeRejectedByProxy whether a server before Twilio may answer 404
	 */
	TwilioErrorException forIdentity(boolean mayBeRejectedByProxy) {
		if (this.kind != ErrorKind.PERMANENT && this.kind != ErrorKind.TEMPORARY) {
			return this;
		}
		boolean refused = IDENTITY_REJECTED.contains(this.status) || (mayBeRejectedByProxy && this.status == 404);
		return kind(refused ? ErrorKind.PERMANENT : ErrorKind.TEMPORARY);
	}

	/** Returns the exception of the port. */
	RuntimeException toGatewayException() {
		String what = " (status " + this.status + ", error " + this.code + ")";
		return switch (this.kind) {
			case GONE -> new ConversationGoneException();
			case TOO_MANY ->
				new TwilioUnavailableException("Twilio received too many requests" + what, this.retryAfter);
			case TEMPORARY ->
				new TwilioUnavailableException("Twilio is temporarily unable to do this" + what, this.retryAfter);
			case CREDENTIALS ->
				TwilioUnavailableException.untilFixed("Twilio refuses the credentials" + what, RETRY_INTERVAL);
			case OTHER_ACCOUNT -> TwilioUnavailableException.untilFixed(OwnAccount.OTHER_ACCOUNT, RETRY_INTERVAL);
			case ALREADY_THERE, WORKER_FULL, PERMANENT ->
				new TwilioRefusedException("Twilio refused" + what, this.code);
		};
	}

}
