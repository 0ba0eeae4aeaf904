package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks that ask the same at the same time share one call of the CRM. */
@Timeout(30)
class SharedCallsTests {

	private static final CrmCustomer NORA = customer("1", "Nora Lind", ADA);

	private final FakeCrm crm = new FakeCrm(NORA).cached();

	private final CrmBreaker breaker = new CrmBreaker(System::nanoTime);

	private final CrmGuard guard = GuardedCrm.of(this.crm, this.breaker, System::nanoTime, new SimpleMeterRegistry());

	private final List<Thread> callers = new ArrayList<>();

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.release.countDown();
		this.guard.close();
	}

	@Test
	void fiveHundredEqualCallsAreOneCall() throws Exception {
		this.crm.onCall(() -> awaitWaiting(499));
		List<FutureTask<CrmPage>> lists = start(500, Walk.soon());
		for (FutureTask<CrmPage> list : lists) {
			assertThat(list.get().customers()).containsExactly(NORA);
		}
		assertThat(this.crm.calls()).isOne();
	}

	@Test
	void failureIsSharedButNotKept() throws Exception {
		this.crm.onCall(() -> {
			awaitWaiting(19);
			throw new CrmUnavailableException("down", null);
		});
		for (FutureTask<CrmPage> list : start(20, Walk.soon())) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get)
				.withCauseInstanceOf(CrmUnavailableException.class)
				.withMessageContaining("down");
		}
		assertThat(this.crm.calls()).isOne();
		this.crm.onCall(() -> {
		});
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
	}

	@Test
	void callbackWithMoreTimeCallsAgainIfTheSharedCallWasLate() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		CountDownLatch called = new CountDownLatch(1);
		this.crm.onCall(() -> {
			if (calls.incrementAndGet() == 1) {
				called.countDown();
				hang();
			}
		});
		FutureTask<CrmPage> hurried = start(1, Deadline.in(Duration.ofMillis(300))).get(0);
		called.await();
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
		assertThatExceptionOfType(Exception.class).isThrownBy(hurried::get)
			.withCauseInstanceOf(CrmUnavailableException.class);
	}

	@Test
	void callbackDoesNotWaitForABackgroundCall() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		CountDownLatch called = new CountDownLatch(1);
		this.crm.onCall(() -> {
			if (calls.incrementAndGet() == 1) {
				called.countDown();
				hang();
			}
		});
		FutureTask<CrmPage> job = start(1, Walk.soon().inBackground()).get(0);
		called.await();
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
		this.release.countDown();
		assertThat(job.get().customers()).containsExactly(NORA);
	}

	@Test
	void callbackDoesNotWaitLongerThanItsDeadline() throws Exception {
		CountDownLatch called = new CountDownLatch(1);
		this.crm.onCall(() -> {
			called.countDown();
			hang();
		});
		start(1, Walk.soon());
		called.await();
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> list(Deadline.in(Duration.ofMillis(50))))
			.withMessageContaining("in time");
		assertThat(this.crm.calls()).isOne();
	}

	@Test
	void breakerOpensIfManyCallbacksWaitForOneCallThatHangs() {
		this.crm.onCall(this::hang);
		for (FutureTask<CrmPage> list : start(CrmBreaker.CALLS + 5, Deadline.in(Duration.ofSeconds(2)))) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get);
		}
		assertThat(this.crm.calls()).isOne();
		assertThat(this.breaker.isOpen()).isTrue();
	}

	@Test
	void breakerIgnoresWaitsForACallThatTheRateLimitRefuses() {
		Duration wait = CrmBreaker.FAIR_WAIT.plusMillis(200);
		this.crm.onCall(() -> {
			awaitWaiting(CrmBreaker.CALLS);
			LockSupport.parkNanos(wait.toNanos());
			throw new CrmBusyException();
		});
		for (FutureTask<CrmPage> list : start(CrmBreaker.CALLS + 5, Walk.soon())) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get)
				.withCauseInstanceOf(CrmBusyException.class);
		}
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void breakerIgnoresWaitsForACallThatWaitsForTheRateLimit() {
		Deadline deadline = Deadline.in(CrmBreaker.FAIR_WAIT.plusMillis(200));
		this.crm.onCall(() -> {
			deadline.noteOwnWait(Duration.ofSeconds(1));
			hang();
		});
		for (FutureTask<CrmPage> list : start(CrmBreaker.CALLS + 5, deadline)) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get);
		}
		assertThat(this.crm.calls()).isOne();
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void breakerIgnoresShortWaitsForCallsOfOthers() {
		for (int i = 0; i < 100; i++) {
			this.breaker.waitedInVain(Duration.ofSeconds(1));
		}
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void mixedCallsOfManyWorkersAreAnsweredWithTheirOwnCustomers() throws Exception {
		String[] workers = { "w0", "w1", "w2", "w3" };
		this.crm.change(customer("w0", "Of 0", "w0"), customer("w1", "Of 1", "w1"), customer("w2", "Of 2", "w2"),
				customer("w3", "Of 3", "w3"));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<?>> ended = new ArrayList<>();
		for (int thread = 0; thread < 8; thread++) {
			ended.add(threads.submit(() -> {
				for (int i = 0; i < 10_000; i++) {
					String worker = workers[i % workers.length];
					CrmPage list = this.guard.list(audience(worker), "", null, 1 + i % 100, Walk.soon());
					assertThat(list.customers()).singleElement().matches((it) -> it.id().value().equals(worker));
					assertThat(this.guard.byId(id(worker), Walk.soon()).orElseThrow().name())
						.endsWith(worker.substring(1));
				}
			}));
		}
		for (Future<?> it : ended) {
			it.get();
		}
		threads.shutdown();
	}

	private List<FutureTask<CrmPage>> start(int count, Deadline deadline) {
		List<FutureTask<CrmPage>> lists = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			FutureTask<CrmPage> list = new FutureTask<>(() -> list(deadline));
			lists.add(list);
			this.callers.add(new Thread(list));
		}
		this.callers.forEach(Thread::start);
		return lists;
	}

	/** Returns when so many callers wait for the call of another one. */
	private void awaitWaiting(int count) {
		while (this.callers.stream().filter((it) -> it.getState() == Thread.State.TIMED_WAITING).count() <= count) {
			Thread.onSpinWait();
		}
	}

	private CrmPage list(Deadline deadline) {
		return this.guard.list(audience(ADA), "", null, 10, deadline);
	}

	private void hang() {
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("interrupted", ex);
		}
	}

}
