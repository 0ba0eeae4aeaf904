package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Answers of a CRM are used again while they are fresh, and later only if the CRM does
 * not answer.
 */
@Timeout(30)
class CachedCallsTests {

	private static final Address NORAS = sms("+14155550101");

	private static final CrmCustomer NORA = at(customer("1", "Nora Lind", ADA), NORAS);

	private static final CrmCustomer OTTO = customer("2", "Otto Frey", ADA);

	private final AtomicLong nanos = new AtomicLong();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

	private final FakeCrm crm = new FakeCrm(NORA, OTTO).cached();

	private final CrmGuard guard = GuardedCrm.of(this.crm, new CrmBreaker(this.nanos::get), this.nanos::get,
			this.meters);

	@BeforeEach
	void failIfFailing() {
		this.crm.onCall(() -> {
			if (this.failure.get() != null) {
				throw this.failure.get();
			}
		});
	}

	@AfterEach
	void close() {
		this.guard.close();
	}

	@Test
	void freshAnswersAreUsedAgain() {
		for (int i = 0; i < 3; i++) {
			assertThat(list()).isEqualTo(new CrmPage(List.of(NORA, OTTO), null));
			assertThat(byId("1")).contains(NORA);
			assertThat(byAddress(NORAS)).containsExactly(NORA);
		}
		assertThat(this.crm.calls()).isEqualTo(3);
		pass(Duration.ofSeconds(59));
		list();
		assertThat(this.crm.calls()).isEqualTo(3);
		assertThat(counted("list", "miss")).isOne();
		assertThat(counted("list", "hit")).isEqualTo(3);
	}

	@Test
	void crmIsAskedAgainAfterAMinute() {
		list();
		byId("1");
		byAddress(NORAS);
		this.crm.change(OTTO);
		pass(Duration.ofSeconds(60));
		assertThat(ids(list().customers())).containsExactly("2");
		assertThat(byId("1")).isEmpty();
		assertThat(byAddress(NORAS)).isEmpty();
	}

	@Test
	void ageOfAnAnswerCountsFromTheBeginningOfItsCall() {
		this.crm.onCall(() -> pass(Duration.ofSeconds(3)));
		list();
		pass(Duration.ofSeconds(57));
		list();
		assertThat(this.crm.calls()).isEqualTo(2);
	}

	@Test
	void eachQuestionHasItsOwnAnswer() {
		list();
		this.guard.list(audience(BEN), "", null, 10, Walk.soon());
		this.guard.list(audience(ADA), "Nora", null, 10, Walk.soon());
		this.guard.list(audience(ADA), "", null, 1, Walk.soon());
		this.guard.list(audience(ADA), "", "1", 10, Walk.soon());
		byId("1");
		byId("2");
		byAddress(NORAS);
		assertThat(this.crm.calls()).isEqualTo(8);
		assertThat(this.guard.list(audience("ADA@example.com"), "", null, 10, Walk.soon())).isEqualTo(list());
		assertThat(this.crm.calls()).isEqualTo(8);
	}

	@Test
	void emptyAnswersAreFreshForFiveSeconds() {
		this.crm.change();
		assertNothingIsFound();
		this.crm.change(NORA, OTTO);
		pass(Duration.ofSeconds(4));
		assertNothingIsFound();
		pass(Duration.ofSeconds(1));
		assertThat(list().customers()).containsExactly(NORA, OTTO);
		assertThat(byId("1")).contains(NORA);
		assertThat(byAddress(NORAS)).containsExactly(NORA);
	}

	@Test
	void failuresAreNotKept() {
		this.failure.set(new CrmUnavailableException("down", null));
		assertUnavailable(this::list);
		assertUnavailable(() -> byId("1"));
		assertUnavailable(() -> byAddress(NORAS));
		this.failure.set(null);
		assertThat(list().customers()).containsExactly(NORA, OTTO);
		assertThat(byId("1")).contains(NORA);
		assertThat(byAddress(NORAS)).containsExactly(NORA);
	}

	@Test
	void lastAnswersAreUsedInAnOutageAndSayHowOldTheyAre() {
		list();
		byId("1");
		pass(Duration.ofHours(5));
		this.failure.set(new IllegalStateException("down"));
		assertThat(list().customers()).extracting(CrmCustomer::name).containsExactly("Nora Lind", "Otto Frey");
		assertThat(list().customers()).extracting(CrmCustomer::age).containsOnly(Duration.ofHours(5));
		assertThat(byId("1")).contains(NORA.ofAge(Duration.ofHours(5)));
		assertThat(counted("by_id", "stale")).isOne();
		this.failure.set(null);
		assertThat(byId("1")).contains(NORA);
	}

	@Test
	void lastAnswersAreForgottenAfterADay() {
		list();
		byId("1");
		pass(Duration.ofHours(24));
		this.failure.set(new IllegalStateException("down"));
		assertUnavailable(this::list);
		assertUnavailable(() -> byId("1"));
		assertThat(this.meters.get("frontline.crm.cache.size").gauge().value()).isZero();
	}

	@Test
	void lastAnswersAreUsedAtOnceWhileTheBreakerIsOpen() {
		byId("1");
		pass(Duration.ofMinutes(5));
		this.failure.set(new IllegalStateException("down"));
		for (int i = 0; i < CrmBreaker.CALLS; i++) {
			assertThat(byId("1")).isPresent();
		}
		int calls = this.crm.calls();
		assertThat(byId("1")).isPresent();
		assertThat(this.crm.calls()).isEqualTo(calls);
	}

	@Test
	void outageIsNeverShownAsNoCustomers() {
		this.crm.change();
		assertNothingIsFound();
		pass(Duration.ofSeconds(5));
		this.failure.set(new IllegalStateException("down"));
		assertUnavailable(this::list);
		assertUnavailable(() -> byId("1"));
		assertUnavailable(() -> byAddress(NORAS));
	}

	@Test
	void oldAnswersHaveNoPicturesWhoseUrlsHaveEnded() {
		Customer card = new Customer("1", "Nora Lind", null, null, null, "https://files.example.com/1.png");
		this.crm.change(new CrmCustomer(card, owners(ADA), List.of(), null, null, null, Map.of())
			.withAvatarFor(Duration.ofHours(1)));
		list();
		byId("1");
		this.failure.set(new CrmUnavailableException("down", null));
		pass(Duration.ofMinutes(59));
		assertThat(list().customers()).singleElement().satisfies((it) -> assertThat(it.card()).isEqualTo(card));
		pass(Duration.ofMinutes(1));
		assertThat(list().customers()).singleElement().satisfies((it) -> assertThat(it.card().avatar()).isNull());
		assertThat(byId("1")).hasValueSatisfying((it) -> assertThat(it.card().avatar()).isNull());
	}

	@Test
	void oldListWithoutVisibleCustomersIsNotUsed() {
		this.crm.change(NORA);
		list();
		this.crm.change(customer("1", "Nora Lind", BEN));
		pass(Duration.ofSeconds(1));
		byId("1");
		pass(Duration.ofMinutes(2));
		this.failure.set(new IllegalStateException("down"));
		assertUnavailable(this::list);
	}

	@Test
	void customerThatIsGoneIsNotInOldLists() {
		list();
		this.crm.change(OTTO);
		pass(Duration.ofSeconds(1));
		byId("1");
		pass(Duration.ofMinutes(2));
		this.failure.set(new IllegalStateException("down"));
		assertThat(ids(list().customers().stream().filter(audience(ADA)::maySee).toList())).containsExactly("2");
		assertUnavailable(() -> byId("1"));
	}

	@Test
	void oldAnswersLoseTheOwnersThatNewerOnesDoNotHave() {
		this.crm.change(customer("1", "Nora Lind", ADA, BEN), customer("2", "Otto Frey", ALL));
		list();
		this.crm.change(customer("1", "Nora Lind", BEN, "cleo"), customer("2", "Otto Frey", ADA));
		pass(Duration.ofSeconds(1));
		byId("1");
		byId("2");
		assertThat(list().customers()).extracting(CrmCustomer::owners).containsExactly(owners(ADA, BEN), owners(ALL));
		pass(Duration.ofHours(1));
		this.failure.set(new IllegalStateException("down"));
		assertThat(list().customers()).extracting(CrmCustomer::owners).containsExactly(owners(BEN), owners(ADA));
	}

	@Test
	void oldAnswersGainNoOwners() {
		byId("1");
		this.crm.change(customer("1", "Nora Lind", BEN));
		pass(Duration.ofSeconds(1));
		this.guard.list(audience(BEN), "", null, 10, Walk.soon());
		pass(Duration.ofHours(1));
		this.failure.set(new IllegalStateException("down"));
		assertThat(byId("1").orElseThrow().owners()).isEmpty();
	}

	@Test
	void customerByIdIsNotOldWhileTheCrmAnswersOtherCalls() {
		byId("1");
		list();
		pass(Duration.ofMinutes(10));
		byId("2");
		this.failure.set(new CrmBusyException());
		assertUnavailable(() -> byId("1"));
		assertThat(list().customers()).hasSize(2);
		pass(Duration.ofMinutes(1));
		assertThat(byId("1")).isPresent();
	}

	@Test
	void lookUpByAddressIsNeverOld() {
		byAddress(NORAS);
		pass(Duration.ofMinutes(1));
		this.failure.set(new IllegalStateException("down"));
		assertUnavailable(() -> byAddress(NORAS));
	}

	@Test
	void backgroundCallsGetFreshAnswersOnly() {
		Deadline background = Walk.soon().inBackground();
		byId("1");
		assertThat(this.guard.byId(id("1"), background)).contains(NORA);
		assertThat(this.crm.calls()).isOne();
		pass(Duration.ofMinutes(1));
		this.failure.set(new IllegalStateException("down"));
		assertUnavailable(() -> this.guard.byId(id("1"), background));
		assertThat(byId("1")).isPresent();
	}

	@Test
	void callLeavesTimeToUseTheOldAnswer() {
		AtomicReference<Duration> given = new AtomicReference<>();
		FakeCrm slow = new FakeCrm(NORA) {
			@Override
			public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
				given.set(deadline.remaining());
				return super.byId(customerId, deadline);
			}
		}.cached();
		try (CrmGuard guarded = GuardedCrm.of(slow, new CrmBreaker(this.nanos::get), this.nanos::get, this.meters)) {
			guarded.byId(id("1"), Walk.soon());
			assertThat(given.get()).isBetween(Duration.ofSeconds(53), Duration.ofSeconds(60));
			pass(Duration.ofMinutes(1));
			guarded.byId(id("1"), Walk.soon());
			assertThat(given.get()).isLessThan(Duration.ofMillis(52_500));
		}
	}

	@Test
	void answersOfACrmThatDoesNotWantItAreNotKept() {
		FakeCrm other = new FakeCrm(NORA);
		try (CrmGuard uncached = GuardedCrm.of(other, this.meters)) {
			uncached.byId(id("1"), Walk.soon());
			uncached.byId(id("1"), Walk.soon());
		}
		assertThat(other.calls()).isEqualTo(2);
	}

	@Test
	void inexactLookUpIsFilteredAlsoFromMemory() {
		this.crm.without(CrmCapability.EXACT_ADDRESS_LOOKUP);
		assertThat(byAddress(NORAS)).containsExactly(NORA);
		assertThat(byAddress(NORAS)).containsExactly(NORA);
		assertThat(this.crm.calls()).isOne();
	}

	private void assertNothingIsFound() {
		assertThat(list()).isEqualTo(CrmPage.EMPTY);
		assertThat(byId("1")).isEmpty();
		assertThat(byAddress(NORAS)).isEmpty();
	}

	private CrmPage list() {
		return this.guard.list(audience(ADA), "", null, 10, Walk.soon());
	}

	private Optional<CrmCustomer> byId(String id) {
		return this.guard.byId(id(id), Walk.soon());
	}

	private List<CrmCustomer> byAddress(Address address) {
		return this.guard.byAddress(address, Walk.soon());
	}

	private static Set<WorkerIdentity> owners(String... identities) {
		return WorkerIdentity.setOf(List.of(identities));
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	private double counted(String operation, String result) {
		return this.meters.get("frontline.crm.cache.answers")
			.tags("operation", operation, "result", result)
			.counter()
			.count();
	}

	private static void assertUnavailable(ThrowingCallable call) {
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(call);
	}

}
