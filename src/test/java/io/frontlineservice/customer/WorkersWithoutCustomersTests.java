package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.frontlineservice.worker.WorkerDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who asks and owns nothing is noted, so that operators see how they are spelt. */
class WorkersWithoutCustomersTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final WorkersWithoutCustomers emptyHanded = new WorkersWithoutCustomers(Clock.fixed(NOW, ZoneOffset.UTC));

	private final FakeCrm crm = new FakeCrm(customer("a", "Ann", ADA));

	private final CustomerService service = TestServices.of(this.crm, WorkerDirectory.empty(), Visibility.OWNER,
			this.emptyHanded);

	@Test
	void whoOwnsNothingIsNotedAsTheySpellIt() {
		list("Stranger@Example.com", "", null);
		assertThat(this.emptyHanded.lastAsked()).containsExactly(Map.entry(identity("Stranger@Example.com"), NOW));
	}

	@Test
	void whoOwnsCustomersIsNotNoted() {
		list(ADA, "", null);
		assertThat(this.emptyHanded.lastAsked()).isEmpty();
	}

	@Test
	void whoIsGivenCustomersIsStruckOff() {
		this.emptyHanded.note(identity(ADA), true);
		list(ADA, "", null);
		assertThat(this.emptyHanded.lastAsked()).isEmpty();
	}

	@Test
	void aSearchOrALaterPageWithoutCustomersSaysNothing() {
		list(ADA, "xyzzy", null);
		list(ADA, "", "a");
		list(ADA, "", "unknown");
		assertThat(this.emptyHanded.lastAsked()).isEmpty();
	}

	@Test
	void nobodyIsEmptyHandedBecauseTheCrmFails() {
		this.crm.onCall(() -> {
			throw new CrmUnavailableException("down", null);
		});
		assertThat(catchThrowable(() -> list(ADA, "", null))).isInstanceOf(CrmUnavailableException.class);
		assertThat(this.emptyHanded.lastAsked()).isEmpty();
	}

	@Test
	void whoAskedLastStandsLast() {
		this.emptyHanded.note(identity("one"), true);
		this.emptyHanded.note(identity("two"), true);
		this.emptyHanded.note(identity("one"), true);
		assertThat(this.emptyHanded.lastAsked().keySet()).containsExactly(identity("two"), identity("one"));
	}

	@Test
	void theLastThousandAreKept() {
		for (int i = 0; i <= 1_000; i++) {
			this.emptyHanded.note(identity("worker" + i), true);
		}
		assertThat(this.emptyHanded.lastAsked()).hasSize(1_000)
			.doesNotContainKey(identity("worker0"))
			.containsKey(identity("worker1000"));
	}

	@Test
	void theEndpointListsThemWithAHint() {
		this.emptyHanded.note(identity("stranger@example.com"), true);
		WorkersWithoutCustomersEndpoint.Answer answer = new WorkersWithoutCustomersEndpoint(this.emptyHanded).workers();
		assertThat(answer.hint()).contains("alias");
		assertThat(answer.workers())
			.containsExactly(new WorkersWithoutCustomersEndpoint.Entry(identity("stranger@example.com"), NOW));
	}

	private void list(String worker, String search, String anchor) {
		this.service.list(new CustomersRequest(worker(worker), search, 10, null, (anchor != null) ? id(anchor) : null),
				TestServices.soon());
	}

}
