package io.frontlineservice.crm.http;

import io.frontlineservice.http.RetryAfter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What the answers of one vendor's API mean. Called by {@link CrmApi} for each answer.
 * Implementations are thread-safe and read bodies of any form without an exception. The
 * defaults are the usual meaning of HTTP.
 */
public interface ApiDialect {

	/** Answers mean what HTTP says. */
	ApiDialect USUAL = new ApiDialect() {
	};

	/** Returns the meaning of an error; null if the answer is a success. */
	default @Nullable ErrorClass errorClass(ApiAnswer answer) {
		return ErrorClass.ofStatus(answer.status());
	}

	/** Returns the pause that the CRM asks for; null if it asks for none. */
	default @Nullable Duration retryAfter(ApiAnswer answer) {
		String after = answer.header(HttpHeaders.RETRY_AFTER);
		String now = answer.header(HttpHeaders.DATE);
		try {
			// A date is compared with the CRM's clock instead of this machine's.
			return RetryAfter.parse(after,
					(now != null) ? DateTimeFormatter.RFC_1123_DATE_TIME.parse(now, Instant::from) : Instant.MAX);
		}
		catch (DateTimeException ex) {
			return RetryAfter.parse(after, Instant.MAX);
		}
	}

	/**
	 * Tells the rate limits what an answer says of them, in its headers or its error.
	 * Called for each answer, also for errors.
	 */
	default void observe(ApiAnswer answer, RateLimits limits) {
	}

	/**
	 * Returns the names of the permissions that an answer of class
	 * {@link ErrorClass#PERMISSION} says are missing, for the doctor.
	 */
	default List<String> missingPermissions(ApiAnswer answer) {
		return List.of();
	}

}
