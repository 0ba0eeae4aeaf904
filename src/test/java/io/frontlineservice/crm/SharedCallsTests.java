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
import io.frontlineservice.limit.VirtualDeadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callbacks that ask the same at the same time share one call of the CRM. */
@Timeout(30)
class SharedCallsTests {

	private static final CrmCustomer NORA = customer("1", "Nora Lind", ADA);

	private static final Duration VIRTUAL_BUDGET = Duration.ofMinutes(1);

	private final FakeCrm crm = new FakeCrm(NORA).cached();

	private final CrmBreaker breaker = new CrmBreaker(System::nanoTime);

	private final CrmGuard guard = GuardedCrm.of(this.crm, this.breaker, System::nanoTime, new SimpleMeterRegistry());

	private final List<Thread> callers = new CopyOnWriteArrayList<>();

	private final AtomicLong nanos = new AtomicLong();

	private final CountDownLatch called = new CountDownLatch(1);

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
		this.crm.onCall(() -> {
			if (this.crm.calls() == 1) {
				this.called.countDown();
				awaitWaiting(1);
				this.nanos.addAndGet(VIRTUAL_BUDGET.toNanos());
				throw new CrmUnavailableException("late", null);
			}
			// An answer in memory would replace the failure of the first callback.
			awaitEndOfFirst();
		});
		FutureTask<CrmPage> hurried = start(1, virtualDeadline()).get(0);
		this.called.await();
		FutureTask<CrmPage> patient = start(1, Walk.soon()).get(0);
		assertThat(patient.get().customers()).containsExactly(NORA);
		assertThatExceptionOfType(Exception.class).isThrownBy(hurried::get)
			.withCauseInstanceOf(CrmUnavailableException.class);
		assertThat(this.crm.calls()).isEqualTo(2);
	}

	@Test
	void callbackDoesNotWaitForABackgroundCall() throws Exception {
		this.crm.onCall(() -> {
			if (this.crm.calls() == 1) {
				hang();
			}
		});
		FutureTask<CrmPage> job = start(1, Walk.soon().inBackground()).get(0);
		this.called.await();
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
		this.release.countDown();
		assertThat(job.get().customers()).containsExactly(NORA);
	}

	@Test
	void callbackDoesNotWaitLongerThanItsDeadline() throws Exception {
		this.crm.onCall(this::hang);
		start(1, Walk.soon());
		this.called.await();
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> list(Deadline.in(Duration.ofMillis(50))))
			.withMessageContaining("in time");
		assertThat(this.crm.calls()).isOne();
	}

	@Test
	void breakerOpensIfManyCallbacksWaitForOneCallThatHangs() throws Exception {
		this.crm.onCall(this::hang);
		start(1, Walk.soon());
		this.called.await();
		assertFailure(start(CrmBreaker.CALLS, exactly(CrmBreaker.FAIR_WAIT)));
		assertThat(this.crm.calls()).isOne();
		assertThat(this.breaker.isOpen()).isTrue();
	}

	@Test
	void breakerOpensIfManyCallbacksWaitForOneCallThatFails() {
		this.crm.onCall(() -> {
			awaitWaiting(CrmBreaker.CALLS);
			this.nanos.addAndGet(CrmBreaker.FAIR_WAIT.toNanos());
			throw new CrmUnavailableException("down", null);
		});
		assertFailure(start(CrmBreaker.CALLS + 1, virtualDeadline()));
		assertThat(this.crm.calls()).isOne();
		assertThat(this.breaker.isOpen()).isTrue();
	}

	@Test
	void breakerIgnoresWaitsForACallThatTheRateLimitRefuses() {
		this.crm.onCall(() -> {
			awaitWaiting(CrmBreaker.CALLS);
			this.nanos.addAndGet(CrmBreaker.FAIR_WAIT.toNanos());
			throw new CrmBusyException();
		});
		for (FutureTask<CrmPage> list : start(CrmBreaker.CALLS + 1, virtualDeadline())) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get)
				.withCauseInstanceOf(CrmBusyException.class);
		}
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void breakerIgnoresWaitsForACallThatWaitsForTheRateLimit() throws Exception {
		Deadline deadline = Walk.soon();
		this.crm.onCall(() -> {
			deadline.noteOwnWait(Duration.ofSeconds(1));
			hang();
		});
		start(1, deadline);
		this.called.await();
		assertFailure(start(CrmBreaker.CALLS, exactly(CrmBreaker.FAIR_WAIT)));
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
		this.callers.subList(this.callers.size() - count, this.callers.size()).forEach(Thread::start);
		return lists;
	}

	/** Returns a deadline that passes when the test moves the clock. */
	private Deadline virtualDeadline() {
		return VirtualDeadline.in(VIRTUAL_BUDGET, this.nanos::get);
	}

	/** Returns a deadline by which each callback waits that long, whenever it begins. */
	private static Deadline exactly(Duration wait) {
		return VirtualDeadline.in(wait, () -> 0);
	}

	private static void assertFailure(List<FutureTask<CrmPage>> lists) {
		for (FutureTask<CrmPage> list : lists) {
			assertThatExceptionOfType(Exception.class).isThrownBy(list::get)
				.withCauseInstanceOf(CrmUnavailableException.class);
		}
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

	private void awaitEndOfFirst() {
		try {
			this.callers.get(0).join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("interrupted", ex);
		}
	}

	private void hang() {
		this.called.countDown();
		try {
			this.release.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("interrupted", ex);
		}
	}

}
