package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.StandardEnvironment;

/** The start is refused if the store cannot be written. */
class StoreCheckTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:sqlite::memory:", "jdbc:sqlite::MEMORY:", "jdbc:sqlite: :memory: ",
			"jdbc:sqlite:file::memory:", "jdbc:sqlite:file::memory:?cache=shared", "jdbc:sqlite::memory:?cache=shared",
			"jdbc:sqlite:file:memdb1?mode=memory&cache=shared", "jdbc:sqlite:store.db?mode=memory",
			"jdbc:sqlite:file:/memdb1?vfs=memdb", "jdbc:sqlite:file:", "jdbc:sqlite:?cache=shared",
			"jdbc:sqlite::resource:store.db", "jdbc:sqlite:", "JDBC:SQLITE::memory:" })
	void aStoreInMemoryIsRefusedInEverySpelling(String url) {
		assertThat(problems(url)).singleElement().asString().startsWith("must ").contains("file");
	}

	@Test
	void sandboxMayUseStoreInMemory() {
		StandardEnvironment sandbox = environment("jdbc:sqlite::memory:");
		sandbox.addActiveProfile("sandbox");
		assertThat(new StoreCheck().findings(sandbox)).isEmpty();
	}

	/** Parameters could make commits that are not on the disk. */
	@Test
	void parametersAreRefused() {
		assertThat(problems("jdbc:sqlite:" + this.folder + "/store.db?synchronous=off")).singleElement()
			.asString()
			.contains("without ?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "file:", "file://", "file://localhost" })
	void aFileInAFolderThatCanBeMadeIsFineAndNothingIsLeftThere(String form) throws IOException {
		assertThat(problems("jdbc:sqlite:" + form + this.folder + "/new/store.db")).isEmpty();
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void folderMustNotBeFile() throws IOException {
		Path file = Files.createFile(this.folder.resolve("data"));
		assertThat(problems("jdbc:sqlite:" + file + "/store.db"))
			.containsExactly("must name a file in a folder: " + file + " is not a folder");
		assertThat(problems("jdbc:sqlite:" + this.folder))
			.containsExactly("must name a file that this service may write to: " + this.folder + " is not a file");
	}

	/** A folder that even root cannot write to. */
	@Test
	void folderMustBeWritable() {
		assertThat(problems("jdbc:sqlite:/proc/frontline/store.db"))
			.containsExactly("must name a file in a folder that this service may write to: it may not write to /proc");
	}

	@Test
	void writableFileNeedsWritableFolder() throws IOException {
		Path file = Files.createFile(this.folder.resolve("store.db"));
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("r-xr-xr-x"));
		assumeFalse(Files.isWritable(this.folder), "root may write everywhere");
		assertThat(problems("jdbc:sqlite:" + file)).containsExactly(
				"must name a file in a folder that this service may write to: it may not write to " + this.folder);
	}

	@ParameterizedTest
	@ValueSource(strings = { "store.db", "store.db-wal", "store.db-journal" })
	void theFileAndThoseOfSqliteMustBeWritable(String name) throws IOException {
		Files.createFile(this.folder.resolve("store.db"));
		Path file = this.folder.resolve(name);
		Files.writeString(file, "");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
		assumeFalse(Files.isWritable(file), "root may write everywhere");
		assertThat(problems("jdbc:sqlite:" + this.folder + "/store.db")).containsExactly(
				"must name a file that this service may read and write: it may not read and write " + file);
	}

	private static List<String> problems(String url) {
		List<Finding> findings = new StoreCheck().findings(environment(url));
		assertThat(findings).extracting(Finding::key).allMatch("frontline.store.url"::equals);
		return findings.stream().map(Finding::problem).toList();
	}

	private static StandardEnvironment environment(String url) {
		return TestEnvironment.of("frontline.store.url", url);
	}

}
