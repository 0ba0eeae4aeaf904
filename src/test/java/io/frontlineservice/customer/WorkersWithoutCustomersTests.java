package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.customer;
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
		assertThat(this.emptyHanded.lastAsked()).containsExactly(Map.entry("Stranger@Example.com", NOW));
	}

	@Test
	void whoOwnsCustomersIsNotNoted() {
		list(ADA, "", null);
		assertThat(this.emptyHanded.lastAsked()).isEmpty();
	}

	@Test
	void whoIsGivenCustomersIsStruckOff() {
		this.emptyHanded.note(ADA, true);
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
		this.emptyHanded.note("one", true);
		this.emptyHanded.note("two", true);
		this.emptyHanded.note("one", true);
		assertThat(this.emptyHanded.lastAsked().keySet()).containsExactly("two", "one");
	}

	@Test
	void theLastThousandAreKept() {
		for (int i = 0; i <= 1_000; i++) {
			this.emptyHanded.note("worker" + i, true);
		}
		assertThat(this.emptyHanded.lastAsked()).hasSize(1_000).doesNotContainKey("worker0").containsKey("worker1000");
	}

	@Test
	void theEndpointListsThemWithAHint() {
		this.emptyHanded.note("stranger@example.com", true);
		WorkersWithoutCustomersEndpoint.Answer answer = new WorkersWithoutCustomersEndpoint(this.emptyHanded).workers();
		assertThat(answer.hint()).contains("alias");
		assertThat(answer.workers())
			.containsExactly(new WorkersWithoutCustomersEndpoint.Entry("stranger@example.com", NOW));
	}

	private void list(String worker, String search, String anchor) {
		this.service.list(new CustomersRequest(worker, search, 10, null, anchor), TestServices.soon());
	}

}
