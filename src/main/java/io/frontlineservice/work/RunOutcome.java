package io.frontlineservice.work;

import java.time.Instant;

/**
 * What follows from a run of a job. Decided by {@link RetryPolicy}, applied to the store
 * by {@link RunCompletion}. Immutable.
 */
sealed interface RunOutcome {

	/** The run fulfilled the request. */
	record Done() implements RunOutcome {
	}

	/**
	 * The job runs again for the same request.
	 *
	 * @param time when to run it
	 * @param request the request to keep in the store
	 * @param countsAsFailure whether the run adds to the count of consecutive failures;
	 * otherwise it resets the count
	 */
	record RetryAt(Instant time, WorkRequest request, boolean countsAsFailure) implements RunOutcome {
	}

	/**
	 * The request becomes a dead letter.
	 *
	 * @param reason why, for operators
	 * @param tries the number of consecutive runs that failed
	 */
	record GiveUp(String reason, int tries) implements RunOutcome {
	}

	/** There is no request, so nothing is left to run. */
	record NothingRequested() implements RunOutcome {
	}

	/**
	 * Another process fulfilled the request that this run was for. The request in the
	 * store is a new one and belongs to that process.
	 */
	record TakenOver() implements RunOutcome {
	}

}
