package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.RateLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What HubSpot's answers mean. Called by the kit for HTTP APIs. Thread-safe.
 *
 * @see <a href=
 * "https://developers.hubspot.com/docs/api-reference/error-handling">Errors</a>
 */
final class HubSpotDialect implements ApiDialect {

	/** The account is being moved to another data center. */
	private static final int MIGRATING = 477;

	/** HubSpot documents seconds, but sends milliseconds too. */
	private static final int MOST_SECONDS = 300;

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** Calls that are used up for today are tried again from time to time. */
	private static final Duration PAUSE_OF_DAY = Duration.ofMinutes(5);

	@Override
	public @Nullable ErrorClass errorClass(ApiAnswer answer) {
		if (answer.status() == MIGRATING) {
			return ErrorClass.UNAVAILABLE;
		}
		ErrorClass usual = ErrorClass.ofStatus(answer.status());
		if (usual == null && !answer.body().isObject()) {
			return ErrorClass.UNREADABLE;
		}
		// Only HubSpot itself can say that a contact does not exist, not a proxy.
		boolean isFromHubSpot = answer.body().path("status").asString("").equals("error");
		return (usual == ErrorClass.NOT_FOUND && !isFromHubSpot) ? ErrorClass.UNREADABLE : usual;
	}

	@Override
	public @Nullable Duration retryAfter(ApiAnswer answer) {
		long number = answer.number("Retry-After");
		if (number < 0) {
			return ApiDialect.super.retryAfter(answer);
		}
		Duration pause = (number > MOST_SECONDS) ? Duration.ofMillis(number) : Duration.ofSeconds(number);
		return (pause.compareTo(LONGEST_PAUSE) > 0) ? LONGEST_PAUSE : pause;
	}

	/** Answers to searches do not say what is left. */
	@Override
	public void observe(ApiAnswer answer, RateLimits limits) {
		long left = answer.number("X-HubSpot-RateLimit-Remaining");
		if (left >= 0) {
			limits.remaining(HubSpotApi.ALL_CALLS, left);
		}
		long leftToday = answer.number("X-HubSpot-RateLimit-Daily-Remaining");
		long perDay = answer.number("X-HubSpot-RateLimit-Daily");
		if (leftToday >= 0 && perDay > 0) {
			limits.quota("day", leftToday, perDay);
		}
		String exceeded = answer.body().path("policyName").asString("");
		if (exceeded.equals("DAILY")) {
			limits.pause(PAUSE_OF_DAY);
		}
		else if (exceeded.startsWith("TEN_SECONDLY")) {
			limits.pause(HubSpotApi.ALL_CALLS, PAUSE);
		}
	}

	@Override
	public List<String> missingPermissions(ApiAnswer answer) {
		List<String> scopes = new ArrayList<>();
		answer.body()
			.path("errors")
			.forEach((error) -> error.path("context")
				.path("requiredGranularScopes")
				.forEach((scope) -> scopes.add(scope.asString(""))));
		return scopes;
	}

}
