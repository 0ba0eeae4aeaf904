package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The start is refused if a file cannot be used. */
class FileCheckTests {

	private static final String KEY = "frontline.lists.location";

	@TempDir
	private Path folder;

	@Test
	void readableFileHasNoFinding() throws IOException {
		Path file = Files.writeString(this.folder.resolve("list.yml"), "[]");
		assertThat(problems(file.toString(), (location) -> location)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  " })
	void withoutALocationThereIsNothingToCheck(String location) {
		assertThat(problems(location, (it) -> {
			throw new AssertionError("There is nothing to read");
		})).isEmpty();
		assertThat(new FileCheck(KEY, (it) -> it).findings(new MockEnvironment())).isEmpty();
	}

	@Test
	void missingFileIsNotReadAndNamedByThePathThatWasTried() {
		Path file = this.folder.resolve("none.yml");
		assertThat(problems(file.toString(), (it) -> {
			throw new AssertionError("There is nothing to read");
		})).containsExactly("names a file that does not exist (" + file + ")");
		assertThat(problems("no/such.csv", (it) -> it)).singleElement()
			.asString()
			.endsWith("(" + Path.of("no/such.csv").toAbsolutePath() + ")");
	}

	@Test
	void textThatMayBeMisplacedSecretIsNotShown() {
		assertThat(problems("0123456789abcdef0123456789abcdef", (it) -> it)).singleElement()
			.asString()
			.startsWith("names a file that does not exist")
			.doesNotContain("0123456789abcdef");
	}

	@Test
	void eachProblemOfFileIsFinding() throws IOException {
		Path file = Files.writeString(this.folder.resolve("list.yml"), "[]");
		assertThat(problems(file.toString(), (it) -> {
			throw BadFileException.of(List.of(new BadFileException(1, 2, "this"), new BadFileException("that")));
		})).containsExactly("names a file that cannot be used: line 1, column 2: this (" + file + ")",
				"names a file that cannot be used: that (" + file + ")");
	}

	@Test
	void unreadableFileIsFinding() throws IOException {
		Path file = Files.writeString(this.folder.resolve("list.yml"), "[]");
		assertThat(problems(file.toString(), (it) -> {
			throw new IOException("secret");
		})).containsExactly("names a file that cannot be read (" + file + ")");
	}

	private static List<String> problems(String location, ReloadingFile.Reader<?> reader) {
		List<Finding> findings = new FileCheck(KEY, reader).findings(new MockEnvironment().withProperty(KEY, location));
		assertThat(findings).extracting(Finding::key).allMatch(KEY::equals);
		assertThat(findings).allMatch(Finding::inFile);
		return findings.stream().map(Finding::problem).toList();
	}

}
