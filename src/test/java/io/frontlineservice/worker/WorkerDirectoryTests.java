package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identities, aliases and teams of the directory, and errors of its file. */
class WorkerDirectoryTests {

	private static final String WORKERS = """
			- identity: Ada@Example.com
			  aliases: [ ada.lovelace, A-1 ]
			  team: north
			- identity: ben@example.com
			  team: north
			- identity: cleo@example.com
			  team: south
			- identity: dora@example.com
			""";

	@TempDir
	private Path folder;

	@Test
	void identityAndAliasesFindWorkerInAnyCase() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS);
		Worker ada = directory.worker(identity("ada@example.com"));
		assertThat(ada.identity().key()).isEqualTo("ada@example.com");
		assertThat(ada.identities()).extracting(WorkerIdentity::key)
			.containsExactlyInAnyOrder("ada@example.com", "ada.lovelace", "a-1");
		for (String spelling : List.of("ADA@EXAMPLE.COM", "ada.lovelace", "Ada.Lovelace", "a-1", "A-1")) {
			assertThat(directory.worker(identity(spelling))).isEqualTo(ada);
			assertThat(directory.knows(identity(spelling))).isTrue();
		}
	}

	@Test
	void identityOfWorkerIsWrittenAsInDirectory() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS);
		for (String spelling : List.of("Ada@Example.com", "ada@example.com", "ADA.LOVELACE", "a-1")) {
			assertThat(directory.worker(identity(spelling)).identity().written()).isEqualTo("Ada@Example.com");
			assertThat(directory.worker(identity(spelling)).identity().key()).isEqualTo("ada@example.com");
		}
	}

	@Test
	void identityOfUnknownWorkerIsWrittenAsGiven() {
		Worker stranger = WorkerDirectory.empty().worker(identity("Stranger@Example.com"));
		assertThat(stranger.identity().written()).isEqualTo("Stranger@Example.com");
		assertThat(stranger.identity().key()).isEqualTo("stranger@example.com");
	}

	@Test
	void unknownWorkerHasOneIdentityAndNoTeam() throws IOException {
		for (WorkerDirectory directory : List.of(TestDirectory.of(this.folder, WORKERS), WorkerDirectory.empty())) {
			Worker stranger = directory.worker(identity("Stranger@Example.com"));
			assertThat(stranger.identities()).extracting(WorkerIdentity::key).containsExactly("stranger@example.com");
			assertThat(stranger.team()).isNull();
			assertThat(directory.knows(stranger.identity())).isFalse();
			assertThat(directory.teamOf(stranger)).extracting(WorkerIdentity::key)
				.containsExactly("stranger@example.com");
		}
	}

	@Test
	void caseIsFoldedIndependentlyOfLocale() {
		assertThat(identity("TITI@EXAMPLE.COM").key()).isEqualTo("titi@example.com");
	}

	@Test
	void teamHasAllIdentitiesOfItsMembers() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS);
		assertThat(directory.teamOf(directory.worker(identity("ben@example.com")))).extracting(WorkerIdentity::key)
			.containsExactlyInAnyOrder("ada@example.com", "ada.lovelace", "a-1", "ben@example.com");
		assertThat(directory.teamOf(directory.worker(identity("cleo@example.com")))).extracting(WorkerIdentity::key)
			.containsExactly("cleo@example.com");
		assertThat(directory.teamOf(directory.worker(identity("dora@example.com")))).extracting(WorkerIdentity::key)
			.containsExactly("dora@example.com");
	}

	@Test
	void workersAndMembersAreInOrderOfFile() throws IOException {
		WorkerDirectory directory = TestDirectory.of(this.folder, WORKERS);
		assertThat(directory.workers()).extracting((it) -> it.identity().key())
			.containsExactly("ada@example.com", "ben@example.com", "cleo@example.com", "dora@example.com");
		assertThat(directory.members("north")).extracting((it) -> it.identity().key())
			.containsExactly("ada@example.com", "ben@example.com");
		assertThat(directory.members("South")).isEmpty();
		assertThat(directory.members("")).isEmpty();
	}

	@Test
	void directoryWithoutFileHasNoWorkersAndNoChanges() {
		WorkerDirectory directory = WorkerDirectory.empty();
		directory.onChange(() -> {
			throw new AssertionError();
		});
		assertThat(directory.workers()).isEmpty();
		assertThat(directory.members("north")).isEmpty();
	}

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

	@Test
	void directoryFollowsFileAndIgnoresInvalidChange() throws IOException {
		Path path = Files.writeString(this.folder.resolve("workers.yml"), "[]");
		try (ReloadingFile<Roster> file = TestDirectory.watched(path)) {
			WorkerDirectory directory = WorkerDirectory.of(file);
			assertThat(directory.worker(identity("a-1")).identities()).extracting(WorkerIdentity::key)
				.containsExactly("a-1");
			List<List<Worker>> told = new ArrayList<>();
			directory.onChange(() -> told.add(directory.workers()));
			Files.writeString(path, WORKERS);
			file.look();
			file.look();
			assertThat(directory.worker(identity("a-1")).identity().key()).isEqualTo("ada@example.com");
			Files.writeString(path, "- identity: ada\n- identity: ada\n");
			file.look();
			file.look();
			assertThat(directory.worker(identity("a-1")).identity().key()).isEqualTo("ada@example.com");
			assertThat(file.lastError()).startsWith("line 2, column ");
			assertThat(told).containsExactly(directory.workers());
		}
	}

}
