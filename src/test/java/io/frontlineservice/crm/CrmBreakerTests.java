package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.limit.VirtualDeadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A CRM that keeps failing is not called for a moment; one that recovers is called again.
 */
@Timeout(30)
@ExtendWith(OutputCaptureExtension.class)
class CrmBreakerTests {

	private static final String OPENED = "are refused until";

	private static final String CLOSED = "The CRM answers again.";

	private final AtomicLong nanos = new AtomicLong();

	private final CrmBreaker breaker = new CrmBreaker(this.nanos::get);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicBoolean failing = new AtomicBoolean();

	private final AtomicBoolean ready = new AtomicBoolean(true);

	private final FakeCrm crm = new FakeCrm() {
		@Override
		public boolean isReady() {
			return CrmBreakerTests.this.ready.get();
		}

		@Override
		public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
			deadline.noteOwnWait(CrmBreakerTests.this.waitForRateLimit);
			return super.byId(customerId, deadline);
		}
	};

	private Duration waitForRateLimit = Duration.ZERO;

	/** That of another call of the same callback. */
	private Duration waitBefore = Duration.ZERO;

	private final CrmGuard guard = GuardedCrm.of(this.crm, this.breaker, this.nanos::get, this.meters);

	@BeforeEach
	void failIfFailing() {
		this.crm.onCall(() -> {
			if (this.failing.get()) {
				throw new CrmUnavailableException("down", null);
			}
		});
	}

	@AfterEach
	void close() {
		this.guard.close();
	}

	@Test
	void breakerOpensWhenHalfOfTwentyCallsFail(CapturedOutput output) {
		calls(10, false);
		calls(9, true);
		assertThat(openGauge()).isZero();
		calls(1, true);
		assertThat(openGauge()).isOne();
		assertThat(output).containsOnlyOnce(OPENED);
		assertThat(this.crm.calls()).isEqualTo(20);
	}

	@Test
	void breakerStaysClosedWhileFewerCallsFail() {
		for (int i = 0; i < 5; i++) {
			calls(11, false);
			calls(9, true);
		}
		assertThat(openGauge()).isZero();
		assertThat(this.crm.calls()).isEqualTo(100);
	}

	@Test
	void openBreakerRefusesCallsAtOnceWithoutAskingCrm() {
		calls(20, true);
		this.failing.set(false);
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.guard.list(Audience.EVERYONE, "", null, 10, Walk.soon()))
			.withMessageContaining("is not called");
		assertThat(this.crm.calls()).isEqualTo(20);
		assertThat(timed("list", "refused")).isOne();
	}

	@Test
	void breakerClosesAfterThreeAnsweredProbes(CapturedOutput output) {
		calls(20, true);
		breakerLetsProbesThrough();
		calls(2, false);
		assertThat(openGauge()).isOne();
		calls(1, false);
		assertThat(openGauge()).isZero();
		calls(9, true);
		assertThat(this.crm.calls()).isEqualTo(32);
		assertThat(output).containsOnlyOnce(OPENED).containsOnlyOnce(CLOSED);
	}

	@Test
	void failedProbesKeepBreakerOpenWithoutAnotherLogLine(CapturedOutput output) {
		calls(20, true);
		for (int i = 0; i < 4; i++) {
			breakerLetsProbesThrough();
			calls(20, true);
		}
		assertThat(this.crm.calls()).isEqualTo(20 + 4 * CrmBreaker.PROBES);
		assertThat(output).containsOnlyOnce(OPENED).doesNotContain(CLOSED);
		breakerLetsProbesThrough();
		calls(3, false);
		assertThat(openGauge()).isZero();
	}

	@Test
	void noMoreThanThreeProbesRunAtOnce() {
		calls(20, true);
		breakerLetsProbesThrough();
		for (int i = 0; i < CrmBreaker.PROBES; i++) {
			assertThat(this.breaker.permits()).isTrue();
		}
		assertThat(this.breaker.permits()).isFalse();
		this.breaker.ended(CrmOutcome.TOO_MANY, Duration.ZERO);
		assertThat(this.breaker.permits()).isTrue();
	}

	@Test
	void breakerCountsUnexpectedExceptions() {
		this.crm.onCall(() -> {
			throw new IllegalStateException();
		});
		calls(20, false);
		assertThat(openGauge()).isOne();
		assertThat(timed("by_id", "failed")).isEqualTo(20);
	}

	@Test
	void breakerIgnoresRateLimits() {
		this.crm.onCall(() -> {
			throw new CrmBusyException();
		});
		calls(40, false);
		assertThat(openGauge()).isZero();
		assertThat(timed("by_id", "limited")).isEqualTo(40);
	}

	@Test
	void breakerCountsLateAnswersOfCallsWithEnoughTime() {
		ended(20, CrmOutcome.LATE, CrmBreaker.FAIR_WAIT);
		assertThat(this.breaker.isOpen()).isTrue();
	}

	@Test
	void breakerIgnoresLateAnswersOfCallsWithLittleTime() {
		ended(100, CrmOutcome.LATE, Duration.ofSeconds(1));
		assertThat(this.breaker.isOpen()).isFalse();
		ended(20, CrmOutcome.OK, Duration.ofSeconds(4));
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void timeInTheRateLimitIsNotTimeOfTheCrm() {
		this.waitForRateLimit = Duration.ofMillis(2600);
		lateCalls(40);
		assertThat(openGauge()).isZero();
		assertThat(timed("by_id", "late")).isEqualTo(40);
		this.waitForRateLimit = Duration.ofMillis(2400);
		lateCalls(20);
		assertThat(openGauge()).isOne();
	}

	@Test
	void earlierWaitsOfTheSameCallbackAreNotPartOfACall() {
		this.waitBefore = Duration.ofSeconds(3);
		lateCalls(20);
		assertThat(openGauge()).isOne();
	}

	@ParameterizedTest
	@EnumSource(names = { "OK", "FAILED", "LATE" }, mode = Mode.EXCLUDE)
	void breakerIgnoresCallsThatSayNothingAboutTheCrm(CrmOutcome outcome) {
		ended(100, outcome, Duration.ofSeconds(4));
		assertThat(this.breaker.isOpen()).isFalse();
	}

	@Test
	void breakerIgnoresCustomersThatDoNotExistAndDeadlinesThatHavePassed() {
		calls(20, false);
		for (int i = 0; i < 40; i++) {
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> this.guard.byId(id("1"), Deadline.in(Duration.ZERO)));
		}
		assertThat(openGauge()).isZero();
		assertThat(timed("by_id", "ok")).isEqualTo(20);
	}

	@Test
	void breakerDoesNotStopCrmInMemory() {
		calls(20, true);
		this.crm.inMemory(true);
		this.failing.set(false);
		assertThat(this.guard.byId(id("1"), Walk.soon())).isEmpty();
		assertThat(openGauge()).isZero();
	}

	@Test
	void crmThatIsNotReadyIsNotCalled() {
		this.ready.set(false);
		calls(40, false);
		assertThat(this.crm.calls()).isZero();
		this.ready.set(true);
		assertThat(this.guard.byId(id("1"), Walk.soon())).isEmpty();
	}

	@Test
	void healthIsOutOfServiceUntilReadyAndWarnsOfOutage() {
		this.ready.set(false);
		assertThat(health()).isEqualTo(Status.OUT_OF_SERVICE);
		this.ready.set(true);
		assertThat(health()).isEqualTo(Status.UP);
		calls(20, true);
		assertThat(health()).isEqualTo(CrmHealthIndicator.WARNING);
	}

	private void calls(int count, boolean fail) {
		this.failing.set(fail);
		for (int i = 0; i < count; i++) {
			try {
				this.guard.byId(id("1"), Walk.soon());
			}
			catch (CrmUnavailableException ex) {
				// The tests check what follows.
			}
		}
	}

	/** Calls that fail because their deadline passes. */
	private void lateCalls(int count) {
		Duration budget = Duration.ofSeconds(4);
		this.crm.onCall(() -> {
			this.nanos.addAndGet(budget.toNanos());
			throw new CrmUnavailableException("late", null);
		});
		for (int i = 0; i < count; i++) {
			Deadline deadline = VirtualDeadline.in(budget, this.nanos::get);
			deadline.noteOwnWait(this.waitBefore);
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> this.guard.byId(id("1"), deadline));
		}
	}

	private void ended(int count, CrmOutcome outcome, Duration available) {
		for (int i = 0; i < count && this.breaker.permits(); i++) {
			this.breaker.ended(outcome, available);
		}
	}

	private void breakerLetsProbesThrough() {
		this.nanos.addAndGet(CrmBreaker.OPEN.toNanos() + 1);
	}

	private double openGauge() {
		return this.meters.get("frontline.crm.breaker.open").gauge().value();
	}

	private long timed(String operation, String outcome) {
		return this.meters.get("frontline.crm.calls").tags("operation", operation, "outcome", outcome).timer().count();
	}

	private Status health() {
		return new CrmHealthIndicator(this.guard).health().getStatus();
	}

}
