package io.frontlineservice.callback;

import io.frontlineservice.worker.WorkerIdentity;

/**
 * The form of a callback that the app of a worker sends. A controller with such a form
 * can have the {@link io.frontlineservice.worker.Worker} as an argument after it.
 */
interface WorkerForm {

	/** Returns the parameter {@code Worker}: the identity of the app user. */
	String worker();

	default WorkerIdentity identity() {
		return WorkerIdentity.of(worker());
	}

}
