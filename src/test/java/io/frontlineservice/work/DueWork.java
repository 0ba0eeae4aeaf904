package io.frontlineservice.work;

import org.springframework.beans.factory.BeanFactory;

/**
 * Starts the due jobs of an instance at once; otherwise its threads find them within a
 * second. For tests that wait for a retry.
 */
public final class DueWork {

	private final WorkThreads threads;

	/** The due jobs of the instance with these beans. */
	public DueWork(BeanFactory instance) {
		this.threads = instance.getBean(WorkThreads.class);
	}

	public void start() {
		this.threads.wake();
	}

}
