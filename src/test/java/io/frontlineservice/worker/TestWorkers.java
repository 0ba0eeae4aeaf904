package io.frontlineservice.worker;

/** Workers for tests. Used in the tests of all packages. */
public final class TestWorkers {

	private TestWorkers() {
	}

	/** Returns the worker with that identity in an empty directory. */
	public static Worker worker(String identity) {
		return WorkerDirectory.empty().worker(WorkerIdentity.of(identity));
	}

	/** Returns the identity of that spelling. */
	public static WorkerIdentity identity(String written) {
		return WorkerIdentity.of(written);
	}

}
