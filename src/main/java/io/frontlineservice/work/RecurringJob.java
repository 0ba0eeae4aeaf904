package io.frontlineservice.work;

import java.time.Duration;

/**
 * A job that runs at a fixed interval, on one instance at a time. Other packages define
 * them as beans; the threads of the queue run them. A job that fails runs again at its
 * next time.
 */
public interface RecurringJob {

	/** The job's name in the store and in metrics; never changes. */
	String name();

	/** The time between the end of a run and the start of the next. */
	Duration interval();

	void run();

}
