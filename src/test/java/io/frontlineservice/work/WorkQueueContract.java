package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.work.DeadLetters.DeadLetter;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** The guarantees of {@link WorkQueue}, for each kind of store. */
abstract class WorkQueueContract {

	private static final String JOB = "recorded";

	private final RecordedJob job = new RecordedJob();

	private final List<TestQueue> open = new ArrayList<>();

	/** The URL of an empty store. */
	abstract String url();

	TestQueue instance(String url, Object... jobs) {
		TestQueue instance = TestQueue.over(url, jobs);
		this.open.add(instance);
		return instance;
	}

	private TestQueue instance() {
		return instance(url(), this.job);
	}

	@AfterEach
	void close() {
		this.open.forEach(TestQueue::close);
	}

	@Test
	void requestIsFulfilledOnceAndRemoved() {
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		instance.queue().request(JOB, "two");
		awaitDone(instance);
		assertThat(this.job.subjects()).containsExactlyInAnyOrder("one", "two");
		assertThat(instance.count("scheduled_tasks where task_name = 'recorded'")).isZero();
	}

	@Test
	void requestInTransactionRunsRightAfterCommit() {
		TestQueue instance = instance();
		long start = System.nanoTime();
		for (int i = 0; i < 10; i++) {
			instance.transaction().executeWithoutResult((status) -> instance.queue().request(JOB, "one"));
			awaitDone(instance);
		}
		// Sooner than the polling interval of one second.
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void rolledBackRequestDoesNotRun() {
		TestQueue instance = instance();
		instance.transaction().executeWithoutResult((status) -> {
			instance.queue().request(JOB, "one");
			status.setRollbackOnly();
		});
		instance.queue().request(JOB, "two");
		awaitDone(instance);
		assertThat(this.job.subjects()).containsExactly("two");
	}

	@Test
	void requestAndChangeAreAtomic() {
		TestQueue instance = instance();
		assertThatIllegalStateException().isThrownBy(() -> instance.queue().request(JOB, "one", () -> {
			instance.store().sql("update store_probe set written_at = 1").update();
			throw new IllegalStateException("The change fails");
		}));
		instance.queue()
			.request(JOB, "two",
					() -> instance.store().sql("update store_probe set written_at = written_at + 2").update());
		awaitDone(instance);
		assertThat(this.job.subjects()).containsExactly("two");
		assertThat(instance.count("store_probe where written_at = 2")).isEqualTo(1);
	}

	@Test
	void concurrentChangesAreMadeOnce() throws Exception {
		TestQueue instance = instance();
		ExecutorService callers = Executors.newFixedThreadPool(16);
		List<Future<?>> requests = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			String subject = "subject " + i % 50;
			requests.add(callers.submit(() -> instance.queue()
				.request(JOB, subject,
						() -> instance.store().sql("update store_probe set written_at = written_at + 1").update())));
		}
		for (Future<?> request : requests) {
			request.get(20, TimeUnit.SECONDS);
		}
		callers.shutdown();
		awaitDone(instance);
		assertThat(instance.count("store_probe where written_at = 200")).isEqualTo(1);
		assertThat(Set.copyOf(this.job.subjects())).hasSize(50);
	}

	@Test
	void requestDuringRunCausesAnotherRun() throws Exception {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.job.onRun((subject) -> {
			began.countDown();
			uninterruptibly(goOn);
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
		instance.queue().request(JOB, "one");
		instance.queue().request(JOB, "one");
		goOn.countDown();
		awaitDone(instance);
		assertThat(this.job.runs()).isEqualTo(2);
	}

	@Test
	void runsOfOneSubjectDoNotOverlap() throws Exception {
		String url = url();
		List<TestQueue> instances = instances(url);
		ExecutorService callers = Executors.newFixedThreadPool(4);
		List<Future<?>> requests = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			WorkQueue queue = instances.get(i % instances.size()).queue();
			requests.add(callers.submit(() -> queue.request(JOB, "one")));
		}
		for (Future<?> request : requests) {
			request.get(30, TimeUnit.SECONDS);
		}
		callers.shutdown();
		awaitDone(instances.get(0));
		assertThat(this.job.runs()).isBetween(1, 200);
		assertThat(this.job.mostAtOnce()).isEqualTo(1);
	}

	/** As many instances as the store allows. */
	List<TestQueue> instances(String url) {
		return List.of(instance(url, this.job));
	}

	RecordedJob job() {
		return this.job;
	}

	@Test
	void postponedJobIsRetried() {
		AtomicBoolean failed = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (failed.compareAndSet(false, true)) {
				throw new RetryLaterException("Twilio is away");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		awaitRetried(instance);
		assertThat(this.job.runs()).isEqualTo(2);
		assertThat(instance.deadLetters().list().count()).isZero();
	}

	@Test
	void newRequestDoesNotWaitForBackoff() {
		AtomicBoolean failed = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (failed.compareAndSet(false, true)) {
				throw RetryLaterException.every(Duration.ofHours(1), "nobody is there");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		await().until(() -> this.job.runs() == 1 && isWaiting(instance));
		instance.queue().request(JOB, "one");
		awaitDone(instance);
		assertThat(this.job.runs()).isEqualTo(2);
	}

	@Test
	void waitingJobIsNeverGivenUp() {
		AtomicInteger runs = new AtomicInteger();
		TestQueue instance = instance();
		this.job.onRun((subject) -> {
			switch (runs.incrementAndGet()) {
				case 1 -> {
					instance.store().sql("update work_request set requested_at = 0").update();
					throw RetryLaterException.every(Duration.ofMillis(10), "nobody is there");
				}
				case 2 -> throw RetryLaterException.every(Duration.ofHours(1), "nobody is there");
				case 3 -> throw new RetryLaterException("Twilio is away");
			}
		});
		instance.queue().request(JOB, "one");
		await().until(() -> runs.get() == 2 && isWaiting(instance));
		assertThat(instance.count("scheduled_tasks where consecutive_failures > 0")).isZero();
		instance.queue().request(JOB, "one");
		awaitRetried(instance);
		assertThat(runs).hasValue(4);
		assertThat(instance.deadLetters().list().count()).isZero();
	}

	@Test
	void oldRequestIsGivenUpOnlyAfterManyFailures() {
		AtomicInteger runs = new AtomicInteger();
		TestQueue instance = instance();
		this.job.onRun((subject) -> {
			if (runs.incrementAndGet() != 2) {
				throw new RetryLaterException("Twilio is away", (runs.get() > 2) ? Duration.ofHours(1) : null);
			}
		});
		requestedLongAgo(instance, "once");
		awaitRetried(instance);
		assertThat(instance.deadLetters().list().count()).isZero();
		requestedLongAgo(instance, "for long");
		await().until(() -> runs.get() == 3 && isWaiting(instance));
		instance.store()
			.sql("update scheduled_tasks set consecutive_failures = 11, execution_time = :now "
					+ "where task_name = 'recorded'")
			.param("now", Timestamp.from(Instant.now()))
			.update();
		awaitRetried(instance);
		assertThat(instance.deadLetters().list().deadLetters()).singleElement()
			.extracting(DeadLetter::reason)
			.isEqualTo("Twilio is away");
	}

	/** With one thread, because several threads start their jobs in any order. */
	@Test
	void overdueJobKeepsItsPlaceInTheQueue() throws Exception {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.job.onRun((subject) -> {
			if (subject.equals("busy")) {
				began.countDown();
				uninterruptibly(goOn);
			}
		});
		TestQueue instance = TestQueue.withOneThread(url(), this.job);
		this.open.add(instance);
		instance.queue().request(JOB, "busy");
		assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < 40; i++) {
			instance.queue().request(JOB, "subject " + i);
		}
		instance.queue().request(JOB, "subject 0");
		goOn.countDown();
		awaitDone(instance);
		assertThat(this.job.subjects().indexOf("subject 0")).isLessThan(this.job.subjects().indexOf("subject 30"));
	}

	@Test
	void jobThatGivesUpIsDeadLetterUntilRetried() {
		AtomicBoolean mended = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (subject.equals("poison") && !mended.get()) {
				throw new GiveUpException("Twilio refuses it (50407)");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "poison");
		instance.queue().request(JOB, "other");
		awaitDone(instance);
		assertThat(instance.deadLetters().list().deadLetters()).singleElement().satisfies((letter) -> {
			assertThat(letter.subject()).isEqualTo("poison");
			assertThat(letter.reason()).isEqualTo("Twilio refuses it (50407)");
			assertThat(letter.tries()).isEqualTo(1);
		});
		assertThat(instance.gauge("frontline.work.dead")).isEqualTo(1);
		mended.set(true);
		assertThat(instance.deadLetters().retry(JOB, "poison").retried()).isEqualTo(1);
		awaitDone(instance);
		assertThat(instance.deadLetters().list().count()).isZero();
		assertThat(this.job.subjects()).contains("poison", "other").hasSize(3);
	}

	@Test
	void deadLetterIsRemovedWhenJobSucceeds() {
		AtomicBoolean mended = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (!mended.get()) {
				throw new GiveUpException("not now");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		awaitDone(instance);
		mended.set(true);
		instance.queue().request(JOB, "one");
		awaitDone(instance);
		assertThat(instance.deadLetters().list().count()).isZero();
	}

	@Test
	void stuckJobDoesNotDelayOthers() throws Exception {
		CountDownLatch goOn = new CountDownLatch(1);
		this.job.onRun((subject) -> {
			if (subject.equals("stuck")) {
				uninterruptibly(goOn);
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "stuck");
		for (int i = 0; i < 20; i++) {
			instance.queue().request(JOB, "other" + i);
		}
		await().until(() -> instance.waiting() == 1);
		goOn.countDown();
		awaitDone(instance);
	}

	@Test
	void errorOfJvmIsFailure() {
		AtomicBoolean failed = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (failed.compareAndSet(false, true)) {
				throw new OutOfMemoryError("not really");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		awaitRetried(instance);
		assertThat(this.job.runs()).isEqualTo(2);
	}

	@Test
	void nextProcessFulfillsRequest() {
		String url = url();
		TestQueue first = instance(url, this.job);
		first.threads().stop();
		first.queue().request(JOB, "one");
		first.close();
		assertThat(this.job.runs()).isZero();
		awaitDone(instance(url, this.job));
		assertThat(this.job.subjects()).containsExactly("one");
	}

	@Test
	void requestDuringFailingRunDoesNotWaitForBackoff() throws Exception {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		AtomicBoolean failed = new AtomicBoolean();
		this.job.onRun((subject) -> {
			if (failed.compareAndSet(false, true)) {
				began.countDown();
				uninterruptibly(goOn);
				throw RetryLaterException.every(Duration.ofHours(1), "nobody is there");
			}
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
		instance.queue().request(JOB, "one");
		goOn.countDown();
		awaitRetried(instance);
		assertThat(this.job.runs()).isEqualTo(2);
	}

	@Test
	void retryWaitingEndsBackoff() {
		AtomicBoolean away = new AtomicBoolean(true);
		this.job.onRun((subject) -> {
			if (away.get()) {
				throw new RetryLaterException("Twilio is away", subject.equals("told") ? Duration.ofHours(1) : null);
			}
		});
		TestQueue instance = instance();
		List.of("one", "two", "told").forEach((subject) -> instance.queue().request(JOB, subject));
		await().until(() -> instance.count("scheduled_tasks where picked = false and consecutive_failures > 0") == 3);
		instance.store()
			.sql("update scheduled_tasks set execution_time = :later where task_name = 'recorded'")
			.param("later", Timestamp.from(Instant.now().plus(Duration.ofHours(2))))
			.update();
		away.set(false);
		instance.queue().retryWaiting();
		await().until(() -> instance.count("work_request where job = 'recorded'") == 1);
		assertThat(instance.count("work_request where subject = 'told'")).isEqualTo(1);
	}

	@Test
	void newRequestRespectsMinimumPause() {
		this.job.onRun((subject) -> {
			throw new RetryLaterException("too many requests", Duration.ofHours(1));
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		await().until(() -> instance.count("scheduled_tasks where picked = false and consecutive_failures = 1") == 1);
		instance.queue().request(JOB, "one");
		instance.queue().request(JOB, "two");
		await().until(() -> this.job.subjects().contains("two"));
		assertThat(this.job.subjects()).containsExactly("one", "two");
	}

	@Test
	void suspendedProcessDoesNotFulfillNewerRequest() throws Exception {
		CountDownLatch began = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		this.job.onRun((subject) -> {
			began.countDown();
			uninterruptibly(goOn);
		});
		TestQueue instance = instance();
		instance.queue().request(JOB, "one");
		assertThat(began.await(20, TimeUnit.SECONDS)).isTrue();
		// Another process has fulfilled the request, and a new one was added.
		instance.store().sql("update work_request set generation = generation + 1").update();
		goOn.countDown();
		await().until(() -> this.job.runs() == 1);
		// Closing waits for the running job.
		instance.threads().stop();
		assertThat(instance.waiting()).isEqualTo(1);
		assertThat(instance.count("scheduled_tasks where task_name = 'recorded' and picked = true")).isEqualTo(1);
	}

	@Test
	void failureOfStoreNeverGivesUp() {
		AtomicInteger runs = new AtomicInteger();
		TestQueue instance = instance();
		this.job.onRun((subject) -> {
			if (runs.incrementAndGet() == 1) {
				// One less than the maximum of unexpected failures.
				instance.store().sql("update work_request set unforeseen = 11").update();
				throw new DataAccessResourceFailureException("gone");
			}
		});
		instance.queue().request(JOB, "one");
		awaitRetried(instance);
		assertThat(instance.deadLetters().list().count()).isZero();
	}

	@Test
	void repeatedUnexpectedFailureGivesUp() {
		TestQueue instance = instance();
		this.job.onRun((subject) -> {
			instance.store().sql("update work_request set unforeseen = 11").update();
			throw new IllegalStateException("Lina Berg, +14155550101");
		});
		instance.queue().request(JOB, "one");
		awaitDone(instance);
		assertThat(instance.deadLetters().list().deadLetters()).singleElement()
			.extracting(DeadLetter::reason)
			.isEqualTo("Failed with java.lang.IllegalStateException");
	}

	@Test
	void stoppedThreadsCanStartAgain() {
		TestQueue instance = instance(url(), this.job);
		instance.threads().stop();
		instance.queue().request(JOB, "one");
		instance.threads().start();
		awaitDone(instance);
		instance.queue().request(JOB, "two");
		awaitDone(instance);
		assertThat(this.job.subjects()).containsExactly("one", "two");
	}

	@Test
	void orphanedRequestIsFound() {
		TestQueue instance = instance();
		instance.store()
			.sql("insert into work_request (job, subject, generation, revision, requested_at, not_before, unforeseen) "
					+ "values ('recorded', 'one', 1, 1, 0, 0, 0)")
			.update();
		new OrphanedRequests(instance.store(), instance.queue()).run();
		awaitDone(instance);
		// The instance also looks for such requests in the background.
		assertThat(this.job.subjects()).isNotEmpty().containsOnly("one");
	}

	/** A request that is very old. */
	private static void requestedLongAgo(TestQueue instance, String subject) {
		instance.transaction().executeWithoutResult((status) -> {
			instance.queue().request(JOB, subject);
			instance.store().sql("update work_request set requested_at = 0").update();
		});
	}

	/** Whether the next run of the only subject is postponed. */
	private static boolean isWaiting(TestQueue instance) {
		return instance.count("scheduled_tasks where task_name = 'recorded' and picked = false") == 1;
	}

	/** Waits until all jobs are done, including retries. */
	private static void awaitRetried(TestQueue instance) {
		await().pollInterval(Duration.ofMillis(20)).until(() -> {
			instance.threads().wake();
			return instance.waiting() == 0;
		});
	}

	/** A thread of the queue that gets no connection in time tries again later. */
	static void awaitDone(TestQueue instance) {
		await().dontCatchUncaughtExceptions()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> instance.waiting() == 0);
	}

	static void uninterruptibly(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
