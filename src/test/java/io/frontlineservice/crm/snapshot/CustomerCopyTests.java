package io.frontlineservice.crm.snapshot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.Customer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy is complete or not used, keeps the last one, and shows its age. */
class CustomerCopyTests {

	private static final CrmCustomer NORA = at(customer("7", "Nora Lind", ADA), sms("+14155550101"));

	private static final CrmCustomer PICTURED = new CrmCustomer(
			new Customer("8", "Otto Frey", null, null, null, "https://files.example.com/otto.png"), NORA.owners(),
			List.of(), null, null, null, Map.of())
		.withAvatarFor(Duration.ofHours(1));

	private final AtomicLong time = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private List<CrmCustomer> customers = List.of(NORA, PICTURED);

	private RuntimeException failure;

	private final CustomerCopy copy = new CustomerCopy(this::read, Duration.ofMinutes(5), this.time::get, this.meters);

	private final CopiedCrm crm = new CopiedCrm(this.copy, Duration.ofHours(24));

	private final CustomerCopyEndpoint endpoint = new CustomerCopyEndpoint(this.copy);

	@AfterEach
	void close() {
		this.copy.close();
	}

	private List<CrmCustomer> read() {
		pass(Duration.ofSeconds(20));
		if (this.failure != null) {
			throw this.failure;
		}
		return this.customers;
	}

	private void pass(Duration later) {
		this.time.addAndGet(later.toNanos());
	}

	@Test
	void adapterIsNotReadyUntilTheFirstCopyIsComplete() {
		this.failure = new CrmUnavailableException("The CRM is not available", null);
		assertThat(this.copy.refresh()).isFalse();
		assertThat(this.crm.isReady()).isFalse();
		assertThat(this.crm.summary()).isEmpty();
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(this.crm).ids());
		this.failure = null;
		assertThat(this.copy.refresh()).isTrue();
		assertThat(this.crm.isReady()).isTrue();
		assertThat(Walk.all(this.crm).ids()).containsExactly("7", "8");
		assertThat(this.crm.summary()).isPresent();
	}

	@Test
	void lastCopyStaysInUseWhenTheNextOneFails() {
		this.copy.refresh();
		for (RuntimeException ex : List.of(new CrmUnavailableException("The CRM is not available", null),
				new IllegalStateException("a bug"))) {
			this.failure = ex;
			assertThat(this.copy.refresh()).isFalse();
			assertThat(Walk.all(this.crm).ids()).containsExactly("7", "8");
		}
	}

	@Test
	void nextCopyReplacesVanishedCustomersAndOwners() {
		this.copy.refresh();
		this.customers = List.of(customer("8", "Otto Frey", "ben@example.com"));
		this.copy.refresh();
		assertThat(this.crm.byId(id("7"), Walk.soon())).isEmpty();
		assertThat(new Walk(this.crm, audience(ADA), "").ids()).isEmpty();
		assertThat(new Walk(this.crm, audience("ben@example.com"), "").ids()).containsExactly("8");
	}

	@Test
	void customersAreOldWhenTheCopyMissesItsTimeTwice() {
		this.copy.refresh();
		pass(Duration.ofMinutes(10));
		assertThat(nora().age()).isNull();
		assertThat(ids(this.crm.byAddress(sms("+14155550101"), Walk.soon()))).containsExactly("7");
		pass(Duration.ofMinutes(1));
		assertThat(nora().age()).isEqualTo(Duration.ofSeconds(11 * 60 + 20));
		assertThat(Walk.all(this.crm).inPagesOf(5)).allSatisfy((it) -> assertThat(it.age()).isNotNull());
	}

	@Test
	void oldCopyDecidesNothingThatLasts() {
		this.copy.refresh();
		pass(Duration.ofMinutes(11));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.crm.byAddress(sms("+14155550101"), Walk.soon()));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.crm.byId(id("7"), Walk.soon().inBackground()));
		this.copy.refresh();
		assertThat(this.crm.byAddress(sms("+14155550101"), Walk.soon())).hasSize(1);
		assertThat(this.crm.byId(id("7"), Walk.soon().inBackground())).isPresent();
	}

	@Test
	void tooOldCopyIsNotUsedButTheAdapterStaysReady() {
		this.copy.refresh();
		pass(Duration.ofHours(24));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this::nora);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(this.crm).ids());
		assertThat(this.crm.isReady()).isTrue();
	}

	@Test
	void pictureThatHasEndedIsNotShown() {
		this.copy.refresh();
		assertThat(otto().card().avatar()).isNotNull();
		pass(Duration.ofMinutes(61));
		assertThat(otto().card().avatar()).isNull();
		assertThat(Walk.all(this.crm).inPagesOf(5)).extracting((it) -> it.card().avatar()).containsOnlyNulls();
		CustomerCopy slow = new CustomerCopy(this::read, Duration.ofHours(3), this.time::get, this.meters);
		slow.refresh();
		pass(Duration.ofMinutes(61));
		CrmCustomer current = new CopiedCrm(slow, Duration.ofHours(24)).byId(id("8"), Walk.soon()).orElseThrow();
		assertThat(current.card().avatar()).isNull();
		assertThat(current.age()).isNull();
	}

	@Test
	void operatorsSeeTheAgeAndTheLastFailure() {
		assertThat(this.endpoint.customerCopy().ready()).isFalse();
		this.customers = List.of(NORA, at(customer("9", "Ann Hill"), sms("+14155550101")));
		this.copy.refresh();
		pass(Duration.ofMinutes(2));
		CustomerCopyEndpoint.Answer answer = this.endpoint.customerCopy();
		assertThat(answer.customers()).isEqualTo(2);
		assertThat(answer.ageSeconds()).isEqualTo(140);
		assertThat(answer.readInSeconds()).isEqualTo(20);
		assertThat(answer.sharedNumberCount()).isEqualTo(1);
		assertThat(answer.lastFailure()).isNull();
		assertThat(this.meters.get("frontline.crm.copy.age").gauge().value()).isEqualTo(140);
		assertThat(this.meters.get("frontline.crm.copy.customers").gauge().value()).isEqualTo(2);
		this.failure = new CrmUnavailableException("The CRM is not available", null);
		this.copy.refresh();
		assertThat(this.endpoint.customerCopy().lastFailure()).satisfies((it) -> {
			assertThat(it.message()).isEqualTo("The CRM is not available");
			assertThat(it.error()).isEqualTo("unavailable");
			assertThat(it.secondsAgo()).isEqualTo(20);
		});
		assertThat(this.meters.get("frontline.crm.copy.refresh").tag("outcome", "failed").timer().count()).isOne();
		this.failure = null;
		this.copy.refresh();
		assertThat(this.endpoint.customerCopy().lastFailure()).isNull();
	}

	@Test
	void threadReadsAgainAndAgainAlsoAfterAFailure() {
		AtomicInteger reads = new AtomicInteger();
		try (CustomerCopy read = new CustomerCopy(() -> {
			if (reads.incrementAndGet() == 2) {
				throw new IllegalStateException("a bug");
			}
			return this.customers;
		}, Duration.ofMillis(1), System::nanoTime, this.meters)) {
			read.start();
			await().atMost(Duration.ofSeconds(10)).until(() -> reads.get() > 3);
			assertThat(read.copied()).isNotNull();
		}
	}

	private CrmCustomer nora() {
		return this.crm.byId(id("7"), Walk.soon()).orElseThrow();
	}

	private CrmCustomer otto() {
		return this.crm.byId(id("8"), Walk.soon()).orElseThrow();
	}

}
