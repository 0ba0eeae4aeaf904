package io.frontlineservice.work;

import org.jspecify.annotations.Nullable;

/**
 * How a run of a job ended. Made by {@link JobRun}; immutable.
 *
 * @param request the request that the run found at its start; null without a request, or
 * if the store could not be read
 * @param failure what the run threw; null if it succeeded
 * @param failures the number of consecutive failures before this run
 */
record FinishedRun(@Nullable WorkRequest request, @Nullable Throwable failure, int failures) {

	/** Whether the run was for an earlier request than this one. */
	boolean isBefore(WorkRequest current) {
		return this.request != null && !this.request.isOfSameGenerationAs(current);
	}

	/** Whether the job was requested again after the run had started. */
	boolean missed(WorkRequest current) {
		return this.request != null && this.request.revision() != current.revision();
	}

}
