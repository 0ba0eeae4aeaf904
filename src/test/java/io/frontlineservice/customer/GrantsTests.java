package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.TestDirectory;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker sees the customer of an open conversation, but no other customers of its
 * owner.
 */
class GrantsTests {

	/** Ben is in a conversation with Ada's customer. */
	private static final Grants BEN_TALKS_WITH_A = (worker, customerId,
			deadline) -> worker.identity().equals(identity(BEN)) && customerId.equals(id("a"));

	private final FakeCrm crm = new FakeCrm(customer("a", "Of Ada", ADA), customer("a2", "Of Ada too", ADA),
			customer("b", "Of Ben", BEN), customer("n", "Of nobody"));

	private final CustomerService service = with(BEN_TALKS_WITH_A);

	@Test
	void workerFindsGrantedCustomer() {
		assertThat(this.service.details(worker(BEN), id("a"), soon()).displayName()).isEqualTo("Of Ada");
		assertThat(this.service.customer(worker(BEN), id("a"), soon()).id()).isEqualTo(id("a"));
		assertThat(this.service.find(worker(BEN), id("a"), soon())).isPresent();
	}

	@Test
	void grantDoesNotExtendListOrSearch() {
		assertThat(rowIds(list("", null))).containsExactly("b");
		assertThat(rowIds(list("Of", null))).containsExactly("b");
		assertThat(rowIds(list("Ada", null))).isEmpty();
	}

	@Test
	void grantedCustomerIsNotAnAnchor() {
		assertThat(list("", "a")).isEqualTo(CustomerList.END);
	}

	@Test
	void grantIsForOneCustomerAndOneWorker() {
		assertNotFound(BEN, "a2");
		assertNotFound(BEN, "n");
		assertNotFound("cleo@example.com", "a");
	}

	@Test
	void grantOfMissingCustomerFindsNoCustomer() {
		CustomerService service = with((worker, customerId, deadline) -> true);
		assertThat(service.find(worker(BEN), id("gone"), soon())).isEmpty();
		assertThatExceptionOfType(CustomerNotFoundException.class)
			.isThrownBy(() -> service.details(worker(BEN), id("gone"), soon()));
	}

	@Test
	void grantsAreAskedForWorkerOfDirectory(@TempDir Path folder) throws IOException {
		WorkerDirectory directory = TestDirectory.of(folder, "- { identity: Ben@Example.com, aliases: [ B-1 ] }\n");
		List<Worker> asked = new ArrayList<>();
		TestServices.of(this.crm, directory, (worker, customerId, deadline) -> asked.add(worker))
			.details(directory.worker(identity("b-1")), id("a"), soon());
		assertThat(asked).extracting((it) -> it.identity().written()).containsExactly("Ben@Example.com");
	}

	@Test
	void grantsAreNotAskedIfRuleShowsCustomer() {
		CustomerService service = with((worker, customerId, deadline) -> {
			throw new AssertionError("asked for " + customerId);
		});
		assertThat(service.details(worker(ADA), id("a"), soon()).displayName()).isEqualTo("Of Ada");
		assertThat(rowIds(service.list(new CustomersRequest(worker(BEN), identity(BEN), "", 10, null, null), soon())))
			.containsExactly("b");
	}

	@Test
	void grantsAreNotAskedForMissingCustomerIfEveryoneSeesAll() {
		Grants none = (worker, customerId, deadline) -> {
			throw new AssertionError("asked for " + customerId);
		};
		assertThat(TestServices.of(this.crm, WorkerDirectory.empty(), Visibility.EVERYONE, none)
			.find(worker(BEN), id("gone"), soon())).isEmpty();
	}

	@Test
	void grantsGetDeadlineOfCallback() {
		List<Duration> asked = new ArrayList<>();
		CustomerService service = with((worker, customerId, deadline) -> asked.add(deadline.remaining()));
		service.details(worker(BEN), id("a"), Deadline.in(Duration.ofSeconds(1)));
		assertThat(asked).singleElement().satisfies((it) -> assertThat(it).isLessThan(Duration.ofSeconds(1)));
	}

	@Test
	void outageOfGrantsIsNotReportedAsMissingCustomer() {
		CustomerService service = with((worker, customerId, deadline) -> {
			throw new IllegalStateException("a secret of the store");
		});
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> service.details(worker(BEN), id("a"), soon()))
			.withMessageNotContaining("secret")
			.withCauseInstanceOf(IllegalStateException.class);
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> service.find(worker(BEN), id("a"), soon()));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> service.find(worker(BEN), id("gone"), soon()));
		assertThat(service.details(worker(BEN), id("b"), soon()).displayName()).isEqualTo("Of Ben");
	}

	@Test
	void exceptionOfUnavailableGrantsIsPassedOn() {
		CrmUnavailableException said = new CrmUnavailableException("The store is closed", null);
		CustomerService service = with((worker, customerId, deadline) -> {
			throw said;
		});
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> service.details(worker(BEN), id("a"), soon()))
			.isSameAs(said);
	}

	private CustomerService with(Grants grants) {
		return TestServices.of(this.crm, WorkerDirectory.empty(), grants);
	}

	private CustomerList list(String search, String anchor) {
		return this.service.list(new CustomersRequest(worker(BEN), identity(BEN), search, 10, null,
				(anchor != null) ? id(anchor) : null), soon());
	}

	private void assertNotFound(String worker, String customerId) {
		assertThatExceptionOfType(CustomerNotFoundException.class)
			.isThrownBy(() -> this.service.details(worker(worker), id(customerId), soon()));
	}

}
