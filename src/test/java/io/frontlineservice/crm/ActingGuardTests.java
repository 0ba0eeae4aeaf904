package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.worker.Worker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The guard of a CRM that shows each worker other customers. */
@Timeout(30)
class ActingGuardTests {

	private static final CrmCustomer NORA = customer("1", "Nora Lind", ADA);

	private final AtomicLong nanos = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	/** What the next calls of any worker throw. */
	private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

	private final FakeCrm ofAda = new FakeCrm(NORA).cached().onCall(this::fail);

	private final FakeCrm ofBen = new FakeCrm().cached().onCall(this::fail);

	private final CrmGuard guard = GuardedCrm.of(new FakeCrm(NORA) {
		@Override
		public CrmAdapter actingAs(Worker worker) {
			return worker.equals(worker(ADA)) ? ActingGuardTests.this.ofAda : ActingGuardTests.this.ofBen;
		}
	}.cached(), new CrmBreaker(this.nanos::get), this.nanos::get, this.meters);

	@AfterEach
	void close() {
		this.guard.close();
	}

	@Test
	void freshAnswersBelongToOneWorker() {
		for (int i = 0; i < 2; i++) {
			assertThat(byId(ADA)).contains(NORA);
			assertThat(byId(BEN)).isEmpty();
			assertThat(this.guard.byId(id("1"), Walk.soon())).contains(NORA);
		}
		assertThat(this.ofAda.calls()).isOne();
		assertThat(this.ofBen.calls()).isOne();
	}

	@Test
	void customerThatIsGoneForOneWorkerStaysInOldAnswersOfOthers() {
		byId(ADA);
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThat(byId(BEN)).isEmpty();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		this.failure.set(new CrmUnavailableException("down", null));
		assertThat(byId(ADA).orElseThrow().owners()).isEqualTo(NORA.owners());
	}

	@Test
	void customerThatIsGoneForAWorkerIsGoneInOldAnswersOfThatWorker() {
		assertThat(list(ADA)).isPresent();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		this.ofAda.change();
		assertThat(byId(ADA)).isEmpty();
		this.failure.set(new CrmUnavailableException("down", null));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA)).withMessage("down");
	}

	@Test
	void refusedWorkerGetsNoOldAnswers() {
		assertThat(list(ADA)).isPresent();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		this.failure.set(new CrmAccessException("refused"));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA));
	}

	@Test
	void refusedWorkerGetsNoOldAnswersInAnOutageEither() {
		assertThat(list(ADA)).isPresent();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		this.failure.set(new CrmAccessException("refused"));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> byId(ADA));
		this.failure.set(new CrmUnavailableException("down", null));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(ADA)).withMessage("down");
	}

	@Test
	void workerWhoIsNoLongerRefusedGetsOldAnswersAgain() {
		this.failure.set(new CrmAccessException("refused"));
		assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> byId(ADA));
		this.failure.set(null);
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		assertThat(list(ADA)).isPresent();
		this.nanos.addAndGet(Duration.ofMinutes(2).toNanos());
		this.failure.set(new CrmUnavailableException("down", null));
		assertThat(list(ADA)).isPresent();
	}

	@Test
	void refusedWorkersDoNotOpenTheBreaker() {
		this.failure.set(new CrmAccessException("refused"));
		for (int i = 0; i < CrmBreaker.CALLS * 2; i++) {
			assertThatExceptionOfType(CrmAccessException.class).isThrownBy(() -> list(ADA));
		}
		assertThat(this.guard.isBreakerOpen()).isFalse();
		assertThat(this.meters.get("frontline.crm.calls").tag("outcome", "no_access").timer().count())
			.isEqualTo(CrmBreaker.CALLS * 2);
		this.failure.set(new CrmUnavailableException("down", null));
		for (int i = 0; i < CrmBreaker.CALLS; i++) {
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> list(BEN));
		}
		assertThat(this.guard.isBreakerOpen()).isTrue();
	}

	private void fail() {
		if (this.failure.get() != null) {
			throw this.failure.get();
		}
	}

	private Optional<CrmCustomer> byId(String identity) {
		return this.guard.actingAs(worker(identity)).byId(id("1"), Walk.soon());
	}

	private Optional<CrmCustomer> list(String identity) {
		return this.guard.actingAs(worker(identity))
			.list(Audience.EVERYONE, "", null, 30, Walk.soon())
			.customers()
			.stream()
			.findFirst();
	}

}
