package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A location is a path, a file or something on the class path. */
class FileLocationTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "%s", "file:%s", "file://%s", " %s\n" })
	void aFileIsFoundHoweverItIsNamed(String form) throws IOException {
		Path path = Files.writeString(this.folder.resolve("a b+c%20.json"), "here");
		FileLocation location = FileLocation.of(form.formatted(path));
		assertThat(location.problem()).isEmpty();
		try (InputStream stream = location.open()) {
			assertThat(stream.readAllBytes()).isEqualTo("here".getBytes(StandardCharsets.UTF_8));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "classpath:sandbox/workers.yml", "classpath:/sandbox/workers.yml" })
	void theClassPathIsSearched(String name) throws IOException {
		FileLocation location = FileLocation.of(name);
		assertThat(location.problem()).isEmpty();
		try (InputStream stream = location.open()) {
			assertThat(stream.readAllBytes()).isNotEmpty();
		}
		assertThat(location.fingerprint()).isEqualTo(FileLocation.of(name).fingerprint());
	}

	@Test
	void problemIsDescribed() {
		assertThat(FileLocation.of(this.folder.toString()).problem()).hasValueSatisfying(
				(problem) -> assertThat(problem).contains("folder").doesNotContain(this.folder.toString()));
		assertThat(FileLocation.of(this.folder.resolve("no").toString()).problem())
			.hasValueSatisfying((problem) -> assertThat(problem).contains("does not exist"));
		assertThat(FileLocation.of("classpath:no/such/file.yml").problem()).isPresent();
		assertThat(FileLocation.of("a\u0000b").problem()).isPresent();
	}

	@Test
	void openingMissingFileFails() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> FileLocation.of(this.folder.resolve("no").toString()).open());
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> FileLocation.of("classpath:no").open());
	}

	@ParameterizedTest
	@CsvSource({ "/a/b.JSON, json", "b.csv, csv", "classpath:a.b/c.yml, yml", "x.y.yaml, yaml" })
	void theExtensionIsInLowerCase(String name, String extension) {
		assertThat(FileLocation.of(name).extension()).isEqualTo(extension);
	}

	@Test
	void locationsWithSameNameAreEqual() {
		assertThat(FileLocation.of(" a.json ")).isEqualTo(FileLocation.of("a.json"))
			.hasSameHashCodeAs(FileLocation.of("a.json"))
			.hasToString("a.json")
			.isNotEqualTo(FileLocation.of("b.json"));
	}

}
