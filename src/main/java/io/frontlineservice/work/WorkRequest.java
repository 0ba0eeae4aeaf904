package io.frontlineservice.work;

import java.time.Instant;

/**
 * A request for one job and subject. Stored by {@link WorkRequests}; immutable.
 *
 * @param generation a random number that tells this request from earlier ones for the
 * same subject, so that a process that was suspended does not fulfill a newer request
 * @param revision how many times the job was requested since the request was added
 * @param requestedAt when the request was added
 * @param notBefore the earliest time of the next run, as a failed run asked for
 * @param unexpectedFailures the number of consecutive failures other than
 * {@link RetryLaterException}
 */
record WorkRequest(long generation, long revision, Instant requestedAt, Instant notBefore, int unexpectedFailures) {

	boolean isOfSameGenerationAs(WorkRequest other) {
		return this.generation == other.generation;
	}

	/** This request after a run that only waits: its age starts again at zero. */
	WorkRequest waiting(Instant now) {
		return new WorkRequest(this.generation, this.revision, now, now, 0);
	}

	/** This request after a {@link RetryLaterException}. */
	WorkRequest postponed(Instant time) {
		return new WorkRequest(this.generation, this.revision, this.requestedAt, time, 0);
	}

	/** This request after an unexpected failure. */
	WorkRequest failed() {
		return new WorkRequest(this.generation, this.revision, this.requestedAt, this.notBefore,
				this.unexpectedFailures + 1);
	}

}
