package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Airtable's answers mean. An error has a type, in one of three forms. Called by the
 * kit for HTTP APIs. Thread-safe.
 *
 * @see <a href="https://airtable.com/developers/web/api/errors">Errors</a>
 */
final class AirtableDialect implements ApiDialect {

	/** The iteration to which an offset belongs has ended. */
	private static final String ITERATION_ENDED = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";

	/** The calls of the month are used up. */
	private static final String MONTH_USED_UP = "PUBLIC_API_BILLING_LIMIT_EXCEEDED";

	private static final int NOT_FOUND = 404;

	private static final int TOO_MANY = 429;

	/** Airtable refuses all calls of the base for that time. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	/** Calls that are used up for this month are tried again from time to time. */
	private static final Duration PAUSE_OF_MONTH = Duration.ofMinutes(5);

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		String type = type(answer.body());
		if (type.equals(ITERATION_ENDED)) {
			return ErrorClass.NOT_FOUND;
		}
		if (answer.status() == NOT_FOUND) {
			// A base, not a record: no answer of Airtable says that a customer is
			// missing.
			return type.isEmpty() ? ErrorClass.UNREADABLE : ErrorClass.INVALID_REQUEST;
		}
		return ErrorClass.ofStatus(answer.status());
	}

	@Override
	public @Nullable Duration retryAfter(ApiAnswer answer) {
		Duration asked = ApiDialect.super.retryAfter(answer);
		if (asked != null || answer.status() != TOO_MANY) {
			return asked;
		}
		return type(answer.body()).equals(MONTH_USED_UP) ? PAUSE_OF_MONTH : PAUSE;
	}

	/** Empty if the answer is not an error of Airtable. */
	private static String type(JsonNode body) {
		JsonNode error = body.path("error");
		String several = body.path("errors").path(0).path("error").asString("");
		return error.isObject() ? error.path("type").asString("") : error.asString(several);
	}

}
