package io.frontlineservice.work;

/**
 * A kind of durable work. Other packages define jobs as beans and request them from
 * {@link WorkQueue}. The threads of the queue run them, one run at a time for each
 * subject.
 * <p>
 * A job is idempotent: it reads the current state and corrects it. The process may end
 * after the job has had its effect and before that is stored, and then the job runs
 * again. Implementations are thread-safe.
 */
public interface Job {

	/** The job's name in the store, in metrics and in management; never changes. */
	String name();

	/**
	 * Runs the job.
	 * @param subject what the job runs for: an identifier, never a name or a phone number
	 * @throws RetryLaterException if something the job needs is not available now
	 * @throws GiveUpException if the job can never succeed
	 */
	void run(String subject);

}
