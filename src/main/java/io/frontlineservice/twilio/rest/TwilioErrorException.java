package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error that Twilio answered with. Thrown by {@link ApiClient} through Twilio's
 * library; {@link MeteredCalls} makes it one that the port knows, {@link AccountAccess}
 * an observation. It keeps nothing of Twilio's text, which quotes numbers.
 */
final class TwilioErrorException extends RuntimeException {

	/** How long to wait for somebody to mend the credentials, before the next try. */
	private static final Duration RETRY_INTERVAL = Duration.ofMinutes(1);

	/** Bad request, URI too long, unprocessable. */
	private static final Set<Integer> IDENTITY_REJECTED = Set.of(400, 414, 422);

	private final ErrorKind kind;

	private final int status;

	private final int code;

	private final @Nullable Duration retryAfter;

	private TwilioErrorException(ErrorKind kind, int status, int code, @Nullable Duration retryAfter) {
		super("Twilio answered with " + status + ", error " + code, null, false, false);
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
		return new TwilioErrorException(kind, response.status(), code, RetryAfter.parse(response.retryAfter(), now));
	}

	/** Of an answer that is about another account. */
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

	/** The same, where it means something else. */
	TwilioErrorException kind(ErrorKind other) {
		return new TwilioErrorException(other, this.status, this.code, this.retryAfter);
	}

	/**
	 * The same for a call that names an identity in its path: the status alone says
	 * whether the identity is refused, with or without a code. Any other refusal is about
	 * this account and may be lifted.
	 * @param mayBeRejectedByProxy whether a server on the way may not find the path
	 */
	TwilioErrorException forIdentity(boolean mayBeRejectedByProxy) {
		if (this.kind != ErrorKind.PERMANENT && this.kind != ErrorKind.TEMPORARY) {
			return this;
		}
		boolean refused = IDENTITY_REJECTED.contains(this.status) || (mayBeRejectedByProxy && this.status == 404);
		return kind(refused ? ErrorKind.PERMANENT : ErrorKind.TEMPORARY);
	}

	/** The same in the port's words. */
	RuntimeException toGatewayException() {
		String what = " (status " + this.status + ", error " + this.code + ")";
		return switch (this.kind) {
			case GONE -> new ConversationGoneException();
			case TOO_MANY ->
				new TwilioUnavailableException("Twilio has too many requests of ours" + what, this.retryAfter);
			case TEMPORARY -> new TwilioUnavailableException("Twilio cannot do this now" + what, this.retryAfter);
			case CREDENTIALS ->
				TwilioUnavailableException.untilMended("Twilio refuses our credentials" + what, RETRY_INTERVAL);
			case OTHER_ACCOUNT -> TwilioUnavailableException.untilMended(OwnAccount.OTHER_ACCOUNT, RETRY_INTERVAL);
			case ALREADY_THERE, WORKER_FULL, PERMANENT ->
				new TwilioRefusedException("Twilio refused" + what, this.code);
		};
	}

}
