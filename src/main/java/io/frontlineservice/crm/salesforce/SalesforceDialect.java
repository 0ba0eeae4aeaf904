package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.RateLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Salesforce's answers mean. Its errors are arrays with a code; those of its token
 * endpoint are objects. Called by {@code CrmApi}. Thread-safe.
 *
 * @see <a href=
 * "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm">Status
 * codes and error responses</a>
 */
final class SalesforceDialect implements ApiDialect {

	/** Salesforce does not say when calls are possible again: within 24 hours. */
	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final int BAD_REQUEST = 400;

	private static final int FORBIDDEN = 403;

	private static final int NOT_FOUND = 404;

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		if (answer.status() == BAD_REQUEST && answer.body().has("error")) {
			return ErrorClass.CREDENTIALS;
		}
		if (answer.status() == NOT_FOUND) {
			// A resource of the API does not exist: says nothing about a customer.
			return code(answer).isEmpty() ? ErrorClass.UNREADABLE : ErrorClass.INVALID_REQUEST;
		}
		if (answer.status() != BAD_REQUEST && answer.status() != FORBIDDEN) {
			return ErrorClass.ofStatus(answer.status());
		}
		return switch (code(answer)) {
			case "REQUEST_LIMIT_EXCEEDED" -> ErrorClass.RATE_LIMITED;
			case "INVALID_SESSION_ID" -> ErrorClass.CREDENTIALS;
			// Hidden from the user, or does not exist: Salesforce does not say which.
			case "INVALID_FIELD", "INVALID_TYPE" -> ErrorClass.PERMISSION;
			// An id that is not one of Salesforce.
			case "INVALID_QUERY_FILTER_OPERATOR", "MALFORMED_ID" -> ErrorClass.NOT_FOUND;
			case "QUERY_TIMEOUT", "SERVER_UNAVAILABLE" -> ErrorClass.UNAVAILABLE;
			default -> ErrorClass.ofStatus(answer.status());
		};
	}

	@Override
	public @Nullable Duration retryAfter(ApiAnswer answer) {
		return code(answer).equals("REQUEST_LIMIT_EXCEEDED") ? PAUSE : ApiDialect.super.retryAfter(answer);
	}

	@Override
	public void observe(ApiAnswer answer, RateLimits limits) {
		ApiUsage usage = ApiUsage.of(answer);
		if (usage != null) {
			limits.quota("day", usage.left(), usage.limit());
		}
	}

	private static String code(ApiAnswer answer) {
		return answer.body().path(0).path("errorCode").asString("");
	}

}
