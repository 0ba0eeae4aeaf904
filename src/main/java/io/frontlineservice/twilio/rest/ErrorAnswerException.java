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
final class ErrorAnswerException extends RuntimeException {

	/** How long to wait for somebody to mend the credentials, before the next try. */
	private static final Duration MENDING = Duration.ofMinutes(1);

	/** Bad request, URI too long, unprocessable. */
	private static final Set<Integer> OF_IDENTITY = Set.of(400, 414, 422);

	private final ErrorKind meaning;

	private final int status;

	private final int code;

	private final @Nullable Duration retryAfter;

	private ErrorAnswerException(ErrorKind meaning, int status, int code, @Nullable Duration retryAfter) {
		super("Twilio answered with " + status + ", error " + code, null, false, false);
		this.meaning = meaning;
		this.status = status;
		this.code = code;
		this.retryAfter = retryAfter;
	}

	static ErrorAnswerException of(RawResponse answer, Instant now) {
		JsonNode body = json(answer.body());
		int code = body.path("code").asInt(0);
		ErrorKind meaning = ErrorKind.of(answer.status(), code);
		String message = body.path("message").asString("").toLowerCase(Locale.ROOT);
		if (meaning == ErrorKind.NEVER && message.contains("initializing")) {
			meaning = ErrorKind.LATER;
		}
		return new ErrorAnswerException(meaning, answer.status(), code, RetryAfter.parse(answer.retryAfter(), now));
	}

	/** Of an answer that is about another account. */
	static ErrorAnswerException ofOtherAccount(int status) {
		return new ErrorAnswerException(ErrorKind.OTHER_ACCOUNT, status, 0, null);
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

	ErrorKind meaning() {
		return this.meaning;
	}

	/** The same, where it means something else. */
	ErrorAnswerException meaning(ErrorKind other) {
		return new ErrorAnswerException(other, this.status, this.code, this.retryAfter);
	}

	/**
	 * The same for a call that names an identity in its path: the status alone says
	 * whether the identity is refused, with or without a code. Any other refusal is about
	 * this account and may be lifted.
	 * @param unusual whether a server on the way may not find the path
	 */
	ErrorAnswerException ofIdentity(boolean unusual) {
		if (this.meaning != ErrorKind.NEVER && this.meaning != ErrorKind.LATER) {
			return this;
		}
		boolean refused = OF_IDENTITY.contains(this.status) || (unusual && this.status == 404);
		return meaning(refused ? ErrorKind.NEVER : ErrorKind.LATER);
	}

	/** The same in the port's words. */
	RuntimeException forThePort() {
		String what = " (status " + this.status + ", error " + this.code + ")";
		return switch (this.meaning) {
			case GONE -> new ConversationGoneException();
			case TOO_MANY ->
				new TwilioUnavailableException("Twilio has too many requests of ours" + what, this.retryAfter);
			case LATER -> new TwilioUnavailableException("Twilio cannot do this now" + what, this.retryAfter);
			case CREDENTIALS ->
				TwilioUnavailableException.untilMended("Twilio refuses our credentials" + what, MENDING);
			case OTHER_ACCOUNT -> TwilioUnavailableException.untilMended(OwnAccount.OTHER, MENDING);
			case ALREADY_THERE, WORKER_FULL, NEVER -> new TwilioRefusedException("Twilio refused" + what, this.code);
		};
	}

}
