package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No call of a CRM takes longer than its deadline, and a failure is never an empty
 * answer.
 */
@Timeout(30)
class CrmGuardTests {

	private static final int CALLS_AT_ONCE = 32;

	private static final Address NORAS = sms("+14155550101");

	private static final CrmCustomer NORA = at(customer("1", "Nora Lind", ADA), NORAS);

	private final FakeCrm crm = new FakeCrm(NORA);

	private final CrmGuard guard = GuardedCrm.of(this.crm, new SimpleMeterRegistry());

	private final CountDownLatch release = new CountDownLatch(1);

	@AfterEach
	void letGo() {
		this.release.countDown();
		this.guard.close();
	}

	@Test
	void anAnswerInTimeIsPassedOn() {
		assertThat(list(Walk.soon())).isEqualTo(new CrmPage(List.of(NORA), null));
		assertThat(this.guard.byId(id("1"), Walk.soon())).contains(NORA);
		assertThat(this.guard.byId(id("2"), Walk.soon())).isEmpty();
		assertThat(this.guard.byAddress(NORAS, Walk.soon())).containsExactly(NORA);
		assertThat(this.guard.byAddress(sms("+14155550102"), Walk.soon())).isEmpty();
		assertThat(this.guard.cursorAfter(NORA)).isEqualTo(this.crm.cursorAfter(NORA));
	}

	@Test
	void searchThatTheCrmDoesNotHaveFindsNoCustomerAndIsNotPassedOn() {
		this.crm.without(CrmCapability.SEARCH);
		assertThat(this.guard.list(Audience.EVERYONE, "nora", null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(this.crm.calls()).isZero();
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
	}

	@Test
	void customersWithoutTheAddressAreDroppedFromALookUpThatIsNotExact() {
		CrmCustomer zoe = at(customer("2", "Zoe Marsh", ADA), sms("+49305550101"));
		CrmAdapter fuzzy = new FakeCrm(NORA, zoe) {
			@Override
			public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
				return List.of(NORA, zoe);
			}
		}.without(CrmCapability.EXACT_ADDRESS_LOOKUP);
		try (CrmGuard guarded = GuardedCrm.of(fuzzy, new SimpleMeterRegistry())) {
			assertThat(guarded.byAddress(NORAS, Walk.soon())).containsExactly(NORA);
		}
	}

	@Test
	void aCrmThatHangsIsUnavailableByTheDeadline() {
		this.crm.onCall(this::hang);
		long begin = System.nanoTime();
		assertUnavailable(() -> list(Deadline.in(Duration.ofMillis(500)))).withMessageContaining("in time");
		assertUnavailable(() -> this.guard.byId(id("1"), Deadline.in(Duration.ofMillis(50))));
		assertUnavailable(() -> this.guard.byAddress(NORAS, Deadline.in(Duration.ofMillis(50))));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
	}

	@Test
	void twoCallsOfOneCallbackShareItsDeadline() {
		this.crm.onCall(this::hang);
		Deadline deadline = Deadline.in(Duration.ofSeconds(1));
		assertUnavailable(() -> this.guard.byId(id("1"), deadline));
		assertUnavailable(() -> list(deadline));
		assertThat(this.crm.calls()).isOne();
	}

	@Test
	void hangingThreadIsInterruptedAfterTheDeadline() throws Exception {
		CountDownLatch interrupted = new CountDownLatch(1);
		this.crm.onCall(() -> {
			try {
				this.release.await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		});
		assertUnavailable(() -> list(Deadline.in(Duration.ofSeconds(1))));
		assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void anErrorOfTheCrmIsNeverAnEmptyList() {
		this.crm.onCall(() -> {
			throw new IllegalStateException("secret of the vendor");
		});
		assertUnavailable(() -> list(Walk.soon())).withMessageNotContaining("secret")
			.withCauseInstanceOf(IllegalStateException.class);
		assertUnavailable(() -> this.guard.byId(id("1"), Walk.soon()));
		assertUnavailable(() -> this.guard.byAddress(NORAS, Walk.soon()));
		this.crm.inMemory(true);
		assertUnavailable(() -> list(Walk.soon())).withMessageNotContaining("secret");
	}

	@Test
	void aSevereErrorOfTheCrmIsUnavailability() {
		this.crm.onCall(() -> {
			throw new StackOverflowError();
		});
		assertUnavailable(() -> list(Walk.soon())).withCauseInstanceOf(StackOverflowError.class);
	}

	@Test
	void anEmptyPageThatClaimsMoreIsUnavailabilityNotTheEndOfTheList() {
		this.crm.onCall(() -> new CrmPage(List.of(), "next"));
		assertUnavailable(() -> list(Walk.soon())).withCauseInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void whatTheAdapterSaysOfItsUnavailabilityIsPassedOn() {
		CrmUnavailableException said = new CrmUnavailableException("The CRM limits us", null);
		this.crm.onCall(() -> {
			throw said;
		});
		assertUnavailable(() -> list(Walk.soon())).isSameAs(said);
		this.crm.inMemory(true);
		assertUnavailable(() -> list(Walk.soon())).isSameAs(said);
	}

	@Test
	void aCrmIsNotAskedOnceTheDeadlineHasPassed() {
		Deadline passed = Deadline.in(Duration.ZERO);
		assertUnavailable(() -> list(passed));
		assertUnavailable(() -> this.guard.byId(id("1"), passed));
		assertUnavailable(() -> this.guard.byAddress(NORAS, passed));
		this.crm.inMemory(true);
		assertUnavailable(() -> list(passed));
		assertThat(this.crm.calls()).isZero();
	}

	@Test
	void callsAreRefusedAtOnceWhileTooManyHang() throws Exception {
		CountDownLatch asked = new CountDownLatch(CALLS_AT_ONCE);
		this.crm.onCall(() -> {
			asked.countDown();
			hang();
		});
		List<CrmPage> pages = new ArrayList<>();
		List<Thread> callers = new ArrayList<>();
		for (int i = 0; i < CALLS_AT_ONCE; i++) {
			callers.add(new Thread(() -> {
				CrmPage page = list(Walk.soon());
				synchronized (pages) {
					pages.add(page);
				}
			}));
		}
		callers.forEach(Thread::start);
		asked.await();
		assertUnavailable(() -> list(Walk.soon())).withMessageContaining("Too many");
		assertThat(this.crm.calls()).isEqualTo(CALLS_AT_ONCE);
		this.release.countDown();
		for (Thread caller : callers) {
			caller.join();
		}
		assertThat(pages).hasSize(CALLS_AT_ONCE)
			.allSatisfy((page) -> assertThat(page.customers()).containsExactly(NORA));
	}

	@Test
	void aCrmInMemoryIsAskedOnTheThreadOfTheCallback() {
		AtomicReference<Thread> asked = new AtomicReference<>();
		this.crm.inMemory(true).onCall(() -> asked.set(Thread.currentThread()));
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
		assertThat(asked).hasValue(Thread.currentThread());
		assertThat(this.guard.can(CrmCapability.IN_MEMORY)).isTrue();
	}

	@Test
	void anyOtherCrmIsAskedOnAThreadThatMayHang() {
		AtomicReference<Thread> asked = new AtomicReference<>();
		this.crm.onCall(() -> asked.set(Thread.currentThread()));
		assertThat(list(Walk.soon()).customers()).containsExactly(NORA);
		assertThat(asked.get()).isNotEqualTo(Thread.currentThread()).matches(Thread::isDaemon);
		assertThat(this.guard.can(CrmCapability.IN_MEMORY)).isFalse();
	}

	@Test
	void anInterruptedCallbackIsUnavailableAndStaysInterrupted() {
		this.crm.onCall(this::hang);
		Thread.currentThread().interrupt();
		assertUnavailable(() -> list(Walk.soon()));
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void whoWaitsWhenTheServiceStopsIsUnavailable() {
		this.crm.onCall(() -> {
			this.guard.close();
			hang();
		});
		assertUnavailable(() -> list(Walk.soon()));
		assertUnavailable(() -> list(Walk.soon()));
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

	private static ThrowableAssertAlternative<CrmUnavailableException> assertUnavailable(ThrowingCallable call) {
		return assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(call);
	}

}
