package io.frontlineservice.work;

import java.time.Instant;

/**
 * What is wanted of the queue, as a run finds it. Kept by {@link WorkRequests};
 * immutable.
 *
 * @param generation tells it from those that were met before: a process that was stopped
 * for long must not take a new one for its own
 * @param revision how often it was made
 * @param requestedAt when it was first made
 * @param notBefore until when whoever stands in the way asked to wait
 * @param unforeseen how often it failed in ways that nobody foresaw
 */
record WorkRequest(long generation, long revision, Instant requestedAt, Instant notBefore, int unforeseen) {

	boolean isOfSameGenerationAs(WorkRequest other) {
		return this.generation == other.generation;
	}

}
