package io.frontlineservice.callback;

import io.frontlineservice.worker.WorkerIdentity;

/**
 * The form of a callback that a worker's app calls. Handlers with such a form can have a
 * {@link io.frontlineservice.worker.Worker} argument after it.
 */
interface WorkerForm {

	/** Returns the parameter {@code Worker}: the identity of the app user. */
	String worker();

	default WorkerIdentity identity() {
		return WorkerIdentity.of(worker());
	}

}
