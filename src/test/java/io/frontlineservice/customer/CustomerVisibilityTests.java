package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.rowIds;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.worker.TestDirectory;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list and the details show the same customers to a worker. */
class CustomerVisibilityTests {

	private static final String CLEO = "cleo@example.com";

	private final FakeCrm crm = new FakeCrm(customer("a", "Of Ada", ADA), customer("b", "Of Ben", BEN),
			customer("c", "Of Cleo", CLEO), customer("k", "Of Kim", "kim k"), customer("n", "Of nobody"),
			customer("e", "Of all", ALL));

	private final WorkerDirectory directory;

	CustomerVisibilityTests(@TempDir Path folder) throws Exception {
		this.directory = TestDirectory.of(folder, """
				- identity: Ada@example.com
				  aliases: [ Kim K ]
				  team: north
				- identity: ben@example.com
				  team: north
				- identity: cleo@example.com
				""");
	}

	@Test
	void ownerSeesOwnCustomersAndThoseOfEveryone() {
		assertSees(Visibility.OWNER, BEN, "b", "e");
		assertSees(Visibility.OWNER, CLEO, "c", "e");
	}

	@Test
	void aliasJoinsTwoIdentities() {
		assertSees(Visibility.OWNER, ADA, "a", "k", "e");
		assertSees(Visibility.OWNER, "kim k", "a", "k", "e");
	}

	@ParameterizedTest
	@ValueSource(strings = { "BEN@EXAMPLE.COM", "Ben@Example.com", "ben@example.com" })
	void identitiesThatDifferInCaseAreOneWorker(String identity) {
		assertSees(Visibility.OWNER, identity, "b", "e");
		assertThat(rowIds(list(TestServices.of(this.crm), identity))).containsExactly("b", "e");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ben@example.com ", " ben@example.com", "ben@example.com\u0000", "be\u0301n@example.com",
			"ben", "*", "" })
	void identityThatDiffersInMoreThanCaseIsAnotherWorker(String identity) {
		assertSees(Visibility.OWNER, identity, "e");
	}

	@Test
	void workerSeesCustomersOfTeam() {
		assertSees(Visibility.TEAM, ADA, "a", "b", "k", "e");
		assertSees(Visibility.TEAM, BEN, "a", "b", "k", "e");
	}

	@Test
	void workerWithoutTeamSeesOwnCustomers() {
		assertSees(Visibility.TEAM, CLEO, "c", "e");
		assertSees(Visibility.TEAM, "stranger@example.com", "e");
	}

	@Test
	void everyoneSeesAllCustomers() {
		assertSees(Visibility.EVERYONE, BEN, "a", "b", "c", "k", "n", "e");
		assertSees(Visibility.EVERYONE, "stranger@example.com", "a", "b", "c", "k", "n", "e");
	}

	@Test
	void workerUnknownToCrmSeesNoCustomers() {
		CustomerService service = TestServices
			.of(new FakeCrm(customer("a", "Of Ada", ADA), customer("n", "Of nobody")));
		assertThat(list(service, "stranger@example.com")).isEqualTo(CustomerList.END);
	}

	@Test
	void guessedIdsOfOtherCustomersAreNotFound() {
		CustomerService service = service(Visibility.OWNER);
		for (String id : List.of("a", "c", "k", "n", "", "unknown")) {
			assertThatExceptionOfType(CustomerNotFoundException.class)
				.isThrownBy(() -> service.details(worker(BEN), id(id), soon()));
		}
	}

	@Test
	void customerOfAnotherWorkerLooksLikeMissingCustomer() {
		CustomerService service = service(Visibility.OWNER);
		CustomerNotFoundException foreign = catchThrowableOfType(CustomerNotFoundException.class,
				() -> service.details(worker(BEN), id("a"), soon()));
		CustomerNotFoundException missing = catchThrowableOfType(CustomerNotFoundException.class,
				() -> service.details(worker(BEN), id("unknown"), soon()));
		assertThat(foreign).hasSameClassAs(missing).hasMessage(missing.getMessage()).hasNoCause();
		assertThat(foreign.getStackTrace()).isEqualTo(missing.getStackTrace()).isEmpty();
	}

	@Test
	void serviceContinuesAfterUnknownCustomerId() {
		CustomerService service = service(Visibility.EVERYONE);
		assertThatExceptionOfType(CustomerNotFoundException.class)
			.isThrownBy(() -> service.details(worker(ADA), id("98765"), soon()));
		assertThat(service.details(worker(ADA), id("a"), soon()).displayName()).isEqualTo("Of Ada");
	}

	private void assertSees(Visibility visibility, String identity, String... ids) {
		CustomerService service = service(visibility);
		assertThat(rowIds(list(service, identity))).containsExactly(ids);
		for (String id : ids) {
			assertThat(service.details(inDirectory(identity), id(id), soon()).customerId()).isEqualTo(id);
		}
		assertThat(List.of("a", "b", "c", "k", "n", "e")).filteredOn((id) -> !List.of(ids).contains(id))
			.allSatisfy((id) -> assertThatExceptionOfType(CustomerNotFoundException.class)
				.isThrownBy(() -> service.details(inDirectory(identity), id(id), soon())));
	}

	private Worker inDirectory(String identity) {
		return this.directory.worker(WorkerIdentity.of(identity));
	}

	private CustomerService service(Visibility visibility) {
		return TestServices.of(this.crm, this.directory, visibility);
	}

	private CustomerList list(CustomerService service, String identity) {
		return service.list(new CustomersRequest(inDirectory(identity), identity(identity), "", 100, null, null),
				soon());
	}

}
