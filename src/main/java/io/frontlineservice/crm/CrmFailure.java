package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of the CRM that failed, for operators: contains no text of the CRM but names of
 * permissions. Noted by {@link CallHistory}, shown by {@link CrmEndpoint}. Immutable.
 *
 * @param at when the call ended, in nanoseconds of the monotonic clock
 * @param error what was wrong: for a CRM with an HTTP API a class of error such as
 * {@code permission}, otherwise the outcome of the call such as {@code late}
 * @param message the same in words
 * @param missingPermissions the permissions that the credentials lack, if the CRM names
 * them
 */
record CrmFailure(long at, String error, String message, List<String> missingPermissions) {

	/** Returns the failure of a call that ended with that outcome. */
	static CrmFailure of(CrmOutcome outcome, @Nullable Throwable cause, long at) {
		if (cause instanceof CrmUnavailableException failure) {
			String error = failure.error();
			return new CrmFailure(at, (error != null) ? error : outcome.tag(), String.valueOf(failure.getMessage()),
					failure.missingPermissions());
		}
		return new CrmFailure(at, outcome.tag(), (cause != null)
				? "The adapter failed with " + cause.getClass().getName() : "The CRM did not answer in time",
				List.of());
	}

}
