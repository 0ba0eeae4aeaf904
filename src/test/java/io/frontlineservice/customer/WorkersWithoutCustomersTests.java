package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.frontlineservice.customer.WorkersWithoutCustomersEndpoint.WorkersWithoutCustomersDescriptor;
import io.frontlineservice.worker.TestDirectory;
import io.frontlineservice.worker.WorkerDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers who ask for customers and own none are recorded for operators. */
class WorkersWithoutCustomersTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final WorkersWithoutCustomers withoutCustomers = new WorkersWithoutCustomers(
			Clock.fixed(NOW, ZoneOffset.UTC));

	private final FakeCrm crm = new FakeCrm(customer("a", "Ann", ADA));

	private final CustomerService service = TestServices.of(this.crm, WorkerDirectory.empty(), Visibility.OWNER,
			this.withoutCustomers);

	@Test
	void workerWithoutCustomersIsRecordedAsWritten() {
		list("Stranger@Example.com", "", null);
		assertThat(this.withoutCustomers.lastAsked()).containsExactly(Map.entry("Stranger@Example.com", NOW));
	}

	@Test
	void aliasOfAKnownWorkerIsRecordedAsWritten(@TempDir Path folder) throws IOException {
		WorkerDirectory directory = TestDirectory.of(folder, "- { identity: ben@example.com, aliases: [ B-1 ] }\n");
		this.service.list(new CustomersRequest(directory.worker(identity("b-1")), identity("b-1"), "", 10, null, null),
				TestServices.soon());
		assertThat(this.withoutCustomers.lastAsked()).containsOnlyKeys("b-1");
	}

	@Test
	void workerWithCustomersIsNotRecorded() {
		list(ADA, "", null);
		assertThat(this.withoutCustomers.lastAsked()).isEmpty();
	}

	@Test
	void workerThatGetsCustomersIsRemoved() {
		this.withoutCustomers.note(identity(ADA), true);
		list(ADA, "", null);
		assertThat(this.withoutCustomers.lastAsked()).isEmpty();
	}

	@Test
	void emptySearchOrLaterPageIsNotRecorded() {
		list(ADA, "xyzzy", null);
		list(ADA, "", "a");
		list(ADA, "", "unknown");
		assertThat(this.withoutCustomers.lastAsked()).isEmpty();
	}

	@Test
	void failureOfCrmIsNotRecorded() {
		this.crm.onCall(() -> {
			throw new CrmUnavailableException("down", null);
		});
		assertThat(catchThrowable(() -> list(ADA, "", null))).isInstanceOf(CrmUnavailableException.class);
		assertThat(this.withoutCustomers.lastAsked()).isEmpty();
	}

	@Test
	void workersAreInOrderOfTheirLastRequest() {
		this.withoutCustomers.note(identity("one"), true);
		this.withoutCustomers.note(identity("two"), true);
		this.withoutCustomers.note(identity("one"), true);
		assertThat(this.withoutCustomers.lastAsked().keySet()).containsExactly("two", "one");
	}

	@Test
	void lastThousandWorkersAreKept() {
		for (int i = 0; i <= 1_000; i++) {
			this.withoutCustomers.note(identity("worker" + i), true);
		}
		assertThat(this.withoutCustomers.lastAsked()).hasSize(1_000)
			.doesNotContainKey("worker0")
			.containsKey("worker1000");
	}

	@Test
	void endpointListsWorkersWithHint() {
		this.withoutCustomers.note(identity("stranger@example.com"), true);
		WorkersWithoutCustomersDescriptor descriptor = new WorkersWithoutCustomersEndpoint(this.withoutCustomers,
				new OwnersCrossCheck(this.crm, WorkerDirectory.empty()))
			.workers();
		assertThat(descriptor.unknownOwners()).isEmpty();
		assertThat(descriptor.hint()).contains("alias");
		assertThat(descriptor.workers())
			.containsExactly(new WorkersWithoutCustomersEndpoint.Entry(identity("stranger@example.com"), NOW));
	}

	private void list(String worker, String search, String anchor) {
		this.service.list(new CustomersRequest(worker(worker), identity(worker), search, 10, null,
				(anchor != null) ? id(anchor) : null), TestServices.soon());
	}

}
