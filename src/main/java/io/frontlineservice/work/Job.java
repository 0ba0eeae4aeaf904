package io.frontlineservice.work;

/**
 * A kind of durable work. Other rooms have them as beans and ask {@link WorkQueue} for
 * them; run by the queue's threads, never twice at a time for one subject.
 * <p>
 * A job looks at how things are and makes them as they should be, so that it does no harm
 * to run it once more: a process may end after the job has had its effect, and before
 * that is known. Implementations are thread-safe.
 */
public interface Job {

	/** The job's name in the store, in metrics and in management; never changes. */
	String name();

	/**
	 * Does the work.
	 * @param subject what it is done for: an identifier, never a name or a number
	 * @throws RetryLaterException if something is not to be had now
	 * @throws GiveUpException if it cannot be done at all
	 */
	void run(String subject);

}
