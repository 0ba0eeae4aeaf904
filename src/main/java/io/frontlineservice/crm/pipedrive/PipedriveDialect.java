package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.RateLimits;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Pipedrive's answers mean: each has {@code success}. Called by the kit for HTTP
 * APIs. Thread-safe.
 *
 * @see <a href= "https://pipedrive.readme.io/docs/core-api-concepts-http-status-codes">
 * HTTP status codes</a>
 * @see <a href= "https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting">Rate
 * limiting</a>
 */
final class PipedriveDialect implements ApiDialect {

	private static final int PAYMENT_REQUIRED = 402;

	private static final int FORBIDDEN = 403;

	private static final int TOO_MANY = 429;

	/** All plans permit more calls in two seconds than searches. */
	private static final int MOST_SEARCHES = 10;

	private static final int LONGEST_WINDOW = 10;

	private static final Duration WINDOW = Duration.ofSeconds(2);

	/** A program that ignores 429 is blocked for longer. */
	private static final Duration PAUSE_OF_BLOCK = Duration.ofMinutes(1);

	/** Tokens that are used up for today are tried again from time to time. */
	private static final Duration PAUSE_OF_DAY = Duration.ofMinutes(5);

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		JsonNode success = answer.body().path("success");
		if (answer.status() == PAYMENT_REQUIRED) {
			return ErrorClass.PERMISSION;
		}
		if (isBlocked(answer)) {
			return ErrorClass.RATE_LIMITED;
		}
		ErrorClass usual = ErrorClass.ofStatus(answer.status());
		if (usual == null) {
			return success.asBoolean(false) ? null : ErrorClass.UNREADABLE;
		}
		// Only Pipedrive itself can say that a person does not exist, not a proxy.
		return (usual == ErrorClass.NOT_FOUND && !success.isBoolean()) ? ErrorClass.UNREADABLE : usual;
	}

	/** The page of the gateway is not JSON. */
	private static boolean isBlocked(ApiAnswer answer) {
		return answer.status() == FORBIDDEN && !answer.body().isObject();
	}

	@Override
	public @Nullable Duration retryAfter(ApiAnswer answer) {
		Duration asked = ApiDialect.super.retryAfter(answer);
		if (asked != null) {
			return asked;
		}
		if (isBlocked(answer)) {
			return PAUSE_OF_BLOCK;
		}
		long reset = answer.number("x-ratelimit-reset");
		return (answer.status() != TOO_MANY) ? null
				: (reset > 0 && reset <= LONGEST_WINDOW) ? Duration.ofSeconds(reset) : WINDOW;
	}

	/** The header {@code x-daily-requests-left} counts only what writes. */
	@Override
	public void observe(ApiAnswer answer, RateLimits limits) {
		long left = answer.number("x-ratelimit-remaining");
		long most = answer.number("x-ratelimit-limit");
		if (left >= 0 && most > 0) {
			limits.remaining((most <= MOST_SEARCHES) ? PipedriveApi.SEARCHES : PipedriveApi.CALLS, left);
		}
		long tokensLeft = answer.number("x-daily-ratelimit-token-remaining");
		long tokensPerDay = answer.number("x-daily-ratelimit-token-limit");
		if (tokensLeft >= 0 && tokensPerDay > 0) {
			limits.quota("day", tokensLeft, tokensPerDay);
		}
		if (answer.status() == TOO_MANY && tokensLeft == 0) {
			limits.pause(PAUSE_OF_DAY);
		}
		else if (isBlocked(answer)) {
			limits.pause(PAUSE_OF_BLOCK);
		}
	}

	@Override
	public List<String> missingPermissions(ApiAnswer answer) {
		return (answer.status() == PAYMENT_REQUIRED) ? List.of(PipedriveExamination.OPEN_ACCOUNT) : List.of();
	}

}
