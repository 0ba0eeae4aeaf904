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
 * The threads of the queue. They start before the web server does and stop after it.
 * Started and stopped by Spring.
 */
final class WorkThreads implements SmartLifecycle {

	/**
	 * How soon a retry, or a request that another instance stored, is noticed.
	 */
	private static final Duration POLLING_INTERVAL = Duration.ofSeconds(1);

	/** An instance that misses this many heartbeats is considered dead. */
	private static final Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(5);

	private static final int MISSED_HEARTBEATS = 4;

	/**
	 * A job that has not ended in this time is interrupted, and run by the next process.
	 */
	private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);

	private final Supplier<Scheduler> schedulers;

	private final boolean exclusive;

	private final JdbcTemplate store;

	/** Null while stopped, because a stopped scheduler cannot be started again. */
	private volatile @Nullable Scheduler scheduler;

	/**
	 * Creates the threads for these jobs.
	 * @param runs creates the run of a job from the job and a callback that wakes the
	 * threads
	 * @param exclusive whether only this process uses the store
	 * @param clock the clock that all instances with this store share
	 */
	WorkThreads(List<Job> jobs, BiFunction<Job, Runnable, JobRun> runs, List<RecurringJob> recurring,
			WorkObserver observer, int threads, boolean exclusive, DataSource store, Clock clock) {
		List<Task<?>> tasks = List.copyOf(jobs.stream().map((job) -> runs.apply(job, this::wake).asTask()).toList());
		this.schedulers = () -> Scheduler.create(new TransactionAwareDataSourceProxy(store), tasks)
			.startTasks(recurring.stream().map((job) -> asTask(job, observer, clock)).toList())
			.threads(threads)
			.clock(clock::instant)
			.schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
			.pollingInterval(POLLING_INTERVAL)
			.heartbeatInterval(HEARTBEAT_INTERVAL)
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(SHUTDOWN_TIMEOUT)
			// WorkObserver logs failures, without the messages of exceptions.
			.failureLogging(LogLevel.OFF, false)
			.build();
		this.exclusive = exclusive;
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

	/** Makes the threads look for due jobs now. */
	void wake() {
		Scheduler running = this.scheduler;
		if (running != null) {
			running.triggerCheckForDueExecutions();
		}
	}

	@Override
	public void start() {
		if (this.exclusive) {
			// No other process uses the file, so a job that is marked as running was left
			// by a killed process.
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

	/** Lower than the phases of the web server: started earlier, stopped later. */
	@Override
	public int getPhase() {
		return 0;
	}

	@Override
	public boolean isRunning() {
		return this.scheduler != null;
	}

}
