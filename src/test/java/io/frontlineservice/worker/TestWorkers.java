package io.frontlineservice.worker;

/** Workers to test with. Used by the tests of every room. */
public final class TestWorkers {

	private TestWorkers() {
	}

	/** Returns the worker with that identity in a service without a worker directory. */
	public static Worker worker(String identity) {
		return WorkerDirectory.empty().worker(WorkerIdentity.of(identity));
	}

	/** Returns the identity that is written like this. */
	public static WorkerIdentity identity(String written) {
		return WorkerIdentity.of(written);
	}

}
