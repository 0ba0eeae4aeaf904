package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.customer.WorkersWithoutCustomersEndpoint.UnknownOwnerDescriptor;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.worker.TestDirectory;
import io.frontlineservice.worker.TestWorkers;
import io.frontlineservice.worker.WorkerDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Owners of customers who are not in the worker directory are told to operators. */
class OwnersTests {

	private static final String WORKERS = "- identity: ada@example.com\n- identity: Ben Whitfield (ben@example.com)\n";

	private static final String COUNTED = "owners of customers who are not in the worker directory: ";

	@TempDir
	private Path folder;

	private final FakeCrm crm = new FakeCrm(customer("a", "Ann", ADA), customer("b", "Bob", BEN),
			customer("c", "Cem", BEN, "Lina Berg"), customer("d", "Dot", ALL));

	@Test
	void startCountsThemWithoutNames() throws IOException {
		try (WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS)) {
			assertThat(new OwnersCrossCheck(this.crm, directory).observations()).singleElement().satisfies((it) -> {
				assertThat(it.seen()).isEqualTo(COUNTED + "2; they own customers: 3");
				assertThat(it.fix()).startsWith("see which at /actuator/workersWithoutCustomers").doesNotContain("@");
			});
		}
	}

	@Test
	void endpointListsThemWithTheEntryThatWasMeant() throws IOException {
		try (WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS)) {
			assertThat(new WorkersWithoutCustomersEndpoint(new WorkersWithoutCustomers(Clock.systemUTC()),
					new OwnersCrossCheck(this.crm, directory))
				.workers()
				.unknownOwners())
				.containsExactly(
						new UnknownOwnerDescriptor(TestWorkers.identity(BEN), 2,
								"'identity' of entry 2 contains it: write only the address there"),
						new UnknownOwnerDescriptor(TestWorkers.identity("Lina Berg"), 1, null));
		}
	}

	@Test
	void withoutADirectoryNoOwnerIsUnknown() {
		assertThat(new OwnersCrossCheck(this.crm, WorkerDirectory.empty()).observations()).isEmpty();
	}

	@Test
	void doctorNamesThoseThatAreCertainlyWorkers() throws IOException {
		assertThat(examined(WORKERS, "customer_id,display_name,worker", "1,N,ada@example.com", "2,N,ben@example.com",
				"3,N,zoe@example.com", "4,N,lina@berg.example", "5,N,Lina Berg", "6,N,*"))
			.extracting((it) -> it.seen() + " -> " + it.fix())
			.satisfiesExactly(
					(it) -> assertThat(it).startsWith(COUNTED + "4; they own customers: 4 -> let the CRM write"),
					(it) -> assertThat(it).isEqualTo("the owner ben@example.com is not in the worker directory"
							+ " -> 'identity' of entry 2 contains it: write only the address there"),
					(it) -> assertThat(it).isEqualTo(
							"the owner zoe@example.com is not in the worker directory -> add an entry for this worker"));
	}

	@Test
	void doctorNamesNoneIfTheColumnIsProbablyWrong() throws IOException {
		String rows = IntStream.range(0, 101)
			.mapToObj((i) -> i + ",N,customer" + i + "@example.com")
			.collect(Collectors.joining("\n"));
		assertThat(examined(WORKERS, "customer_id,display_name,worker", rows)).singleElement()
			.extracting(Observation::seen)
			.isEqualTo(COUNTED + "101; they own customers: 101");
	}

	@Test
	void doctorReportsThatAllAreKnown() throws IOException {
		assertThat(examined(WORKERS, "customer_id,display_name,worker", "1,N,ADA@example.com")).singleElement()
			.extracting(Observation::seen)
			.isEqualTo("every owner of customers is in the worker directory");
		assertThat(examined("[]", "customer_id,display_name,worker", "1,N,ada@example.com")).isEmpty();
		assertThat(examined(WORKERS, "customer_id,display_name,worker", "1,N,")).isEmpty();
	}

	private List<Observation> examined(String workers, String... customers) throws IOException {
		Path directory = Files.writeString(this.folder.resolve("directory.yml"), workers);
		Path file = Files.writeString(this.folder.resolve("customers.csv"), String.join("\n", customers) + "\n");
		return new OwnersExamination().examine(TestEnvironment.of("frontline.workers.location", directory.toString(),
				"frontline.crm.file.location", file.toString()));
	}

}
