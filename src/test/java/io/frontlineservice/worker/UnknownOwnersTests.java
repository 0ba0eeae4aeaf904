package io.frontlineservice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.worker.UnknownOwners.UnknownOwner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Owners of customers who are not in the worker directory, and which entry was meant. */
class UnknownOwnersTests {

	private static final String WORKERS = """
			- { identity: ben@example.com, aliases: [b.whitfield@example.com, Benny] }
			- { identity: chiara@example.com, display_name: Chiara Rossi }
			- { identity: Ada Okafor (ada@example.com) }
			- { identity: dmitri, aliases: ["Dmitri <dmitri@example.com>"] }
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"ada@example.com | but 'identity' of entry 3 contains it: write only the address there",
			"ADA@Example.com | but 'identity' of entry 3 contains it: write only the address there",
			"dmitri@example.com | but 'aliases' of entry 4 contains it: write only the address there",
			"Ben Whitfield (ben@example.com) | but it contains the address of entry 1: write only the address in the CRM,"
					+ " or add the whole text to the aliases of that entry",
			"Ben <ben@example.com> | but it contains the address of entry 1: write only the address in the CRM,"
					+ " or add the whole text to the aliases of that entry",
			"B <b.whitfield@example.com> | but it contains the address of entry 1: write only the address in the CRM,"
					+ " or add the whole text to the aliases of that entry",
			"chiara rossi | but it is the display_name of entry 2: add it to the aliases of that entry",
			"chiara | but entry 2 is similar: correct it in the CRM, or add it to the aliases of that entry",
			"ben@example.org | but entry 1 is similar: correct it in the CRM, or add it to the aliases of that entry",
			"chaira@example.com | but entry 2 is similar: correct it in the CRM, or add it to the aliases of that entry",
			"zoe@example.net | nor is a similar worker: add an entry" })
	void unknownOwnerIsExplained(String owner, String explanation) {
		assertThat(unknown(owner)).singleElement()
			.extracting(UnknownOwner::describe)
			.isEqualTo("the owner " + owner + " is not in the worker directory, " + explanation);
	}

	@ParameterizedTest
	@CsvSource({ "ben@example.com", "BEN@example.com", "b.whitfield@example.com", "benny", "dmitri",
			"Ada Okafor (ada@example.com)" })
	void identityOrAliasOfTheDirectoryIsKnown(String owner) {
		assertThat(unknown(owner)).isEmpty();
	}

	@Test
	void withoutADirectoryEveryOwnerIsAllowed() {
		assertThat(UnknownOwners.of(Map.of(WorkerIdentity.of("ada"), 1), List.of()).isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "zoe@example.com, true", "ada@example.com, true", "ben@example.org, false", "Chiara Rossi, true",
			"chiara, true", "Ben (ben@example.com), true", "lina@berg.example, false", "Lina Berg, false",
			"Lina (lina@berg.example), false", "Lina <lina@example.com>, false" })
	void onlyAnOwnerThatResemblesAWorkerIsCertainlyOne(String owner, boolean worker) {
		assertThat(unknown(owner)).singleElement().extracting(UnknownOwner::isWorker).isEqualTo(worker);
	}

	@Test
	void ownersWithTheMostCustomersComeFirst() {
		Map<WorkerIdentity, Integer> owners = Map.of(WorkerIdentity.of("y@x"), 2, WorkerIdentity.of("z@x"), 7,
				WorkerIdentity.of("x@x"), 2);
		assertThat(UnknownOwners.of(owners, workers()).owners()).extracting((it) -> it.identity().key())
			.containsExactly("z@x", "x@x", "y@x");
	}

	@Test
	@Timeout(10)
	void manyOwnersAreComparedQuickly() {
		Map<WorkerIdentity, Integer> owners = new HashMap<>();
		IntStream.range(0, 100_000).forEach((i) -> owners.put(WorkerIdentity.of("owner" + i + "@example.org"), 1));
		List<Worker> workers = IntStream.range(0, 10_000)
			.mapToObj((i) -> Worker.unknown(WorkerIdentity.of("worker" + i + "@example.com")))
			.toList();
		long before = System.nanoTime();
		assertThat(UnknownOwners.of(owners, workers).owners()).hasSize(100_000);
		assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
	}

	@Test
	void directoryWithAnAddressInALongerIdentityIsAWarning() {
		assertThat(new DirectoryCrossCheck(this::workers).observations()).singleElement().satisfies((it) -> {
			assertThat(it.seen())
				.isEqualTo("'identity' of entry 3 of the worker directory has more than an e-mail address");
			assertThat(it.fix()).isEqualTo("write only the address there, exactly as in Frontline");
		});
	}

	@Test
	void teamsThatDifferOnlyInCaseAreAWarning() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, """
				- { identity: a, team: North }
				- { identity: b, team: north }
				- { identity: c, team: north }
				- { identity: d, team: south }
				""");
		assertThat(new DirectoryCrossCheck(directory::workers).observations()).singleElement()
			.satisfies((it) -> assertThat(it.seen())
				.isEqualTo("the worker directory has different teams North and north"));
	}

	@Test
	void prefixOfLoginServiceIsPartOfTheIdentity() {
		List<Worker> workers = List.of(Worker.unknown(WorkerIdentity.of("auth0|ada@example.com")),
				Worker.unknown(WorkerIdentity.of("okta:ben@example.com")));
		assertThat(new DirectoryCrossCheck(() -> workers).observations()).isEmpty();
	}

	@Test
	void customerOfPublicMailServiceIsNoWorker() {
		List<Worker> workers = List.of(Worker.unknown(WorkerIdentity.of("ada@gmail.com")));
		assertThat(UnknownOwners.of(Map.of(WorkerIdentity.of("lina@gmail.com"), 1), workers).owners()).singleElement()
			.extracting(UnknownOwner::isWorker)
			.isEqualTo(false);
	}

	private List<UnknownOwner> unknown(String owner) {
		return UnknownOwners.of(Map.of(WorkerIdentity.of(owner), 1), workers()).owners();
	}

	private List<Worker> workers() {
		try (WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS)) {
			return directory.workers();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
