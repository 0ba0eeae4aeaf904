package io.frontlineservice.work;

import java.time.Duration;

/**
 * Work that is done again and again, by one instance at a time. Other rooms have them as
 * beans; run by the queue's threads. One that fails is run again at its next time.
 */
public interface RecurringJob {

	/** The job's name in the store and in metrics; never changes. */
	String name();

	/** How long after a run has ended the next one begins. */
	Duration interval();

	void run();

}
