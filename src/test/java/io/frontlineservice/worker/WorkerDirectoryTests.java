package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Identities, aliases and teams of the worker directory. */
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
