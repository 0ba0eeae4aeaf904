package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.UnansweredCallException;
import java.util.Locale;

/**
 * How a call of a CRM ended, by the name that the metric uses. Used by
 * {@link RemoteCalls}.
 */
enum CrmOutcome {

	/** Answered; that a customer does not exist is an answer too. */
	OK,

	/** The adapter failed. */
	FAILED,

	/** No answer by the deadline. */
	LATE,

	/** Not answered, because the CRM's rate limit is used up. */
	LIMITED,

	/** Refused for the worker who asked; other workers are not concerned. */
	NO_ACCESS,

	/** Not made, because too many calls wait for the CRM. */
	TOO_MANY,

	/** Not made, because the breaker is open. */
	REFUSED,

	/** Interrupted or not made, because the service stops. */
	STOPPING;

	/**
	 * Returns the outcome of a call without a result. An adapter that gives up at the
	 * deadline itself is late too.
	 */
	static CrmOutcome of(UnansweredCallException ex, Deadline deadline) {
		if (ex.getCause() instanceof CrmBusyException) {
			return LIMITED;
		}
		if (ex.getCause() instanceof CrmAccessException) {
			return NO_ACCESS;
		}
		return switch (ex.reason()) {
			case FAILED -> deadline.hasPassed() ? LATE : FAILED;
			case LATE -> LATE;
			case TOO_MANY -> TOO_MANY;
			case STOPPING -> STOPPING;
		};
	}

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
