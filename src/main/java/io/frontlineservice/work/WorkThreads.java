package io.frontlineservice.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The threads that do the queue's work, from before the service listens until after it
 * has stopped listening. Started and stopped by Spring.
 */
final class WorkThreads implements SmartLifecycle {

	/**
	 * How soon work is seen that waited for another try, or that another instance took.
	 */
	private static final Duration POLLING = Duration.ofSeconds(1);

	/** An instance that is silent for this long, times the limit, has ended. */
	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private static final int MISSED_HEARTBEATS = 4;

	/** What has not ended by then is interrupted, and done by the next process. */
	private static final Duration LONGEST_END = Duration.ofSeconds(3);

	private final Supplier<Scheduler> schedulers;

	private final boolean alone;

	private final JdbcTemplate store;

	/** While the threads run; one that was stopped cannot be started again. */
	private volatile @Nullable Scheduler scheduler;

	/**
	 * Threads for these jobs.
	 * @param runs makes the run of a job, given how to wake the threads
	 * @param alone whether no other process works with this store
	 * @param clock by which all instances go that work with this store
	 */
	WorkThreads(List<Job> jobs, BiFunction<Job, Runnable, JobRun> runs, List<RecurringJob> recurring,
			WorkObserver observer, int threads, boolean alone, DataSource store, Clock clock) {
		List<Task<?>> tasks = List.copyOf(jobs.stream().map((job) -> runs.apply(job, this::wake).asTask()).toList());
		this.schedulers = () -> Scheduler.create(new TransactionAwareDataSourceProxy(store), tasks)
			.startTasks(recurring.stream().map((job) -> asTask(job, observer, clock)).toList())
			.threads(threads)
			.clock(clock::instant)
			.schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
			.pollingInterval(POLLING)
			.heartbeatInterval(HEARTBEAT)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(LONGEST_END)
			// JobRun says what there is to say, without the exceptions' texts.
			.failureLogging(LogLevel.OFF, false)
			.build();
		this.alone = alone;
		this.store = new JdbcTemplate(store);
	}

	private static RecurringTask<Void> asTask(RecurringJob job, WorkObserver observer, Clock clock) {
		return Tasks.recurring(job.name(), FixedDelay.of(job.interval())).execute((task, context) -> {
			Instant start = clock.instant();
			try {
				job.run();
				observer.done(job.name(), Duration.between(start, clock.instant()));
			}
			catch (RuntimeException ex) {
				observer.failed(job.name(), ex, false, Duration.between(start, clock.instant()));
			}
		});
	}

	/** Has the threads look for work now. */
	void wake() {
		Scheduler running = this.scheduler;
		if (running != null) {
			running.triggerCheckForDueExecutions();
		}
	}

	@Override
	public void start() {
		if (this.alone) {
			// Nobody else has the file: what is marked as running, a process that was
			// killed has left.
			this.store.update("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null "
					+ "where picked = true");
		}
		Scheduler started = this.schedulers.get();
		started.start();
		this.scheduler = started;
	}

	@Override
	public void stop() {
		Scheduler running = this.scheduler;
		this.scheduler = null;
		if (running != null) {
			running.stop();
		}
	}

	/** Below the web server's phases, of which the last to start is the first to stop. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
