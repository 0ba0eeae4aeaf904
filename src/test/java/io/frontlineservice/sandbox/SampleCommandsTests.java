package io.frontlineservice.sandbox;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.worker.TestDirectory;
import io.frontlineservice.worker.WorkerDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which worker and customer the printed commands of the sandbox have. */
class SampleCommandsTests {

	private static final String OWN = "me@my-company.example";

	private static final CrmCustomer UNREACHABLE = customer("1", "Ann", "ada@example.com");

	private static final CrmCustomer REACHABLE = at(customer("2", "Ömer", OWN), sms("+14155550101"),
			whatsApp("+14155550101"));

	@TempDir
	private Path folder;

	@Test
	void workerOfDirectoryWithCustomersIsPreferred() throws Exception {
		WorkerDirectory directory = TestDirectory.of(this.folder,
				"[{ identity: ada@example.com }, { identity: " + OWN + " }]");
		CrmCustomer first = at(customer("3", "Bea", OWN), sms("+14155550102"));
		assertChoice(found(directory, UNREACHABLE, first, REACHABLE), OWN, REACHABLE);
	}

	@Test
	void firstReachableCustomerEndsTheSearch() throws Exception {
		WorkerDirectory directory = TestDirectory.of(this.folder,
				"[{ identity: " + OWN + " }, { identity: ada@example.com }]");
		FakeCrm crm = new FakeCrm(REACHABLE, UNREACHABLE);
		assertChoice(finder(directory, crm).find(), OWN, REACHABLE);
		assertThat(crm.calls()).isEqualTo(1);
	}

	@Test
	void ownerOutsideDirectoryIsUsedForOwnCustomers() throws Exception {
		WorkerDirectory directory = TestDirectory.of(this.folder, "[{ identity: ben@example.com }]");
		assertChoice(found(directory, UNREACHABLE, REACHABLE), OWN, REACHABLE);
		assertThat(found(directory, REACHABLE).orElseThrow().search()).isEqualTo("öm");
	}

	@Test
	void unreachableCustomerIsBetterThanNone() {
		assertChoice(found(WorkerDirectory.empty(), UNREACHABLE), "ada@example.com", UNREACHABLE);
	}

	@Test
	void customersOfEveryoneAreShownToAnyWorker() {
		CrmCustomer everyones = customer("4", "Eve", CrmCustomer.EVERYONE.written());
		assertChoice(found(WorkerDirectory.empty(), everyones), "worker@example.com", everyones);
	}

	@Test
	void customersWithoutWorkerAreSaidToBeInvisible() {
		FakeCrm crm = new FakeCrm(customer("5", "Kim"));
		assertThat(finder(WorkerDirectory.empty(), crm).find()).isEmpty();
		assertThat(text(crm, "your own customers"))
			.contains("with your own customers", "no worker may see them (frontline.visibility)", "set it to everyone")
			.doesNotContain("curl", "built-in", "pretend");
	}

	@Test
	void silentCrmIsTold() {
		FakeCrm crm = new FakeCrm().onCall(() -> {
			throw new CrmUnavailableException("down", null);
		});
		assertThat(text(crm, "built-in customers"))
			.contains("with built-in customers", "because the CRM does not answer")
			.doesNotContain("curl");
	}

	private static String text(FakeCrm crm, String customers) {
		SignedExamples none = null;
		return String.join("\n",
				new SandboxText(finder(WorkerDirectory.empty(), crm), none, null, customers, false).lines(8080));
	}

	private static Optional<SampleChoice> found(WorkerDirectory directory, CrmCustomer... customers) {
		return finder(directory, new FakeCrm(customers)).find();
	}

	private static SampleFinder finder(WorkerDirectory directory, FakeCrm crm) {
		return new SampleFinder(directory, crm, (worker) -> Audience.of(worker.identities()));
	}

	private static void assertChoice(Optional<SampleChoice> choice, String worker, CrmCustomer customer) {
		assertThat(choice.orElseThrow().identity()).isEqualTo(worker);
		assertThat(choice.orElseThrow().customer()).isEqualTo(customer);
	}

}
