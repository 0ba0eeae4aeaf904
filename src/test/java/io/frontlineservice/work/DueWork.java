package io.frontlineservice.work;

import org.springframework.beans.factory.BeanFactory;

/**
 * Starts due work of an instance at once, which its threads find within a second by
 * themselves. For tests that wait for a retry.
 */
public final class DueWork {

	private final WorkThreads threads;

	/** The work of the instance that has these beans. */
	public DueWork(BeanFactory instance) {
		this.threads = instance.getBean(WorkThreads.class);
	}

	public void start() {
		this.threads.wake();
	}

}
