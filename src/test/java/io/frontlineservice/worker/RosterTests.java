package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worker directory file, and errors in it. */
class RosterTests {

	@TempDir
	private Path folder;

	@Test
	void blankTeamIsAbsent() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, """
				[{"identity": "ada@example.com", "team": ""}, {"identity": "ben@example.com", "team": ""},
				 {"identity": "cleo@example.com", "team": " "}, {"identity": "dora@example.com", "team": " "}]""");
		for (String written : List.of("ada@example.com", "dora@example.com")) {
			assertThat(directory.teamOf(directory.worker(identity(written)))).extracting(WorkerIdentity::key)
				.containsExactly(written);
		}
	}

	@Test
	void valuesAreTrimmed() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder,
				"- { identity: ' ada ', aliases: [' x '], team: ' north ' }\n- { identity: ben, team: north }\n");
		assertThat(directory.worker(identity("x")).identity().key()).isEqualTo("ada");
		assertThat(directory.teamOf(directory.worker(identity("ben")))).extracting(WorkerIdentity::key)
			.containsExactlyInAnyOrder("ada", "x", "ben");
	}

	@Test
	void aliasMayRepeatIdentity() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder,
				"- identity: ada@example.com\n  aliases: [ ADA@example.com, x, X ]\n");
		assertThat(directory.worker(identity("x")).identities()).extracting(WorkerIdentity::key)
			.containsExactlyInAnyOrder("ada@example.com", "x");
	}

	@Test
	void everyErrorOfTheDirectoryIsReported() throws IOException {
		Path file = Files.writeString(this.folder.resolve("workers.yml"), """
				- { identity: ada, tema: north, aliases: ben }
				- { team: north }
				- { identity: ben, identity: cleo }
				- { identity: ben, language: klingon }
				""");
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> Roster.read(FileLocation.of(file.toString())))
			.satisfies((ex) -> assertThat(ex.problems()).containsExactlyInAnyOrder(
					"line 1, column 20: there is no property tema",
					"line 1, column 42: the property aliases is not of the right kind",
					"line 2, column 3: this worker has no identity",
					"line 3, column 20: this property stands here twice",
					"line 4, column 3: the language must be a tag such as en, de-AT or pt_BR"));
	}

	@Test
	void manyErrorsAreCountedInTimeThatGrowsWithTheFile() throws IOException {
		String entries = IntStream.rangeClosed(1, 20_000)
			.mapToObj((i) -> "{\"identity\": \"w" + i + "\", \"tema\": \"north\"}")
			.collect(Collectors.joining(",\n", "[\n", "]"));
		Path file = Files.writeString(this.folder.resolve("workers.json"), entries);
		assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> assertThatExceptionOfType(BadFileException.class)
					.isThrownBy(() -> Roster.read(FileLocation.of(file.toString())))
					.satisfies((ex) -> assertThat(ex.problems()).hasSize(101)
						.startsWith("line 2, column 20: there is no property tema",
								"line 3, column 20: there is no property tema")
						.endsWith("and 19900 more problems")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"- identity: ada\\n- identity: ben\\n- identity: ADA|line 3|already used by an entry above",
			"- identity: ada\\n  aliases: [ ben ]\\n- identity: Ben|line 3|already used by an entry above",
			"- identity: ada\\n  aliases: [ x ]\\n- identity: ben\\n  aliases: [ X ]|line 3|already used by an entry above",
			"- identity: ada\\n- team: north|line 2|no identity", "- identity: ' '|line 1|no identity",
			"- identity: ada\\n  aliases: [ '' ]|line 1|empty alias",
			"- identity: ada\\n  aliases: [ null ]|line 1|empty alias",
			"- identity: ada\\n  tema: north|line 2|no property tema",
			"- identity: ada\\n  team: a\\n  team: b|line 3|this property stands here twice",
			"- identity: ada\\n  working_hours:\\n    mon: 9:00-10:00\\n    mon: 11:00-12:00|line 4|stands here twice",
			"- identity: ada\\n  aliases: ben|line 2|property aliases is not of the right kind",
			"ada|line 1|list at its top level", "[ ada ]|line 1|must be an object" })
	void errorInDirectoryHasPositionAndReason(String text, String where, String why) throws IOException {
		Path file = Files.writeString(this.folder.resolve("workers.yml"), text.replace("\\n", "\n"));
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> Roster.read(FileLocation.of(file.toString())))
			.withMessageContaining(where)
			.withMessageContaining(why);
	}

	@Test
	void directoryMayBeJson() throws IOException {
		Path file = Files.writeString(this.folder.resolve("workers.json"),
				"[{\"identity\": \"ada\", \"aliases\": null, \"team\": null}]");
		Roster roster = Roster.read(FileLocation.of(file.toString()));
		assertThat(roster.find(identity("ADA"))).isEqualTo(Worker.unknown(identity("ada")));
	}

	@Test
	void repeatedPropertyInJsonIsError() throws IOException {
		Path file = Files.writeString(this.folder.resolve("workers.json"),
				"[{\"identity\": \"ada\",\n\"team\": \"a\", \"team\": \"b\"}]");
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> Roster.read(FileLocation.of(file.toString())))
			.withMessageContainingAll("line 2", "stands here twice");
	}

}
