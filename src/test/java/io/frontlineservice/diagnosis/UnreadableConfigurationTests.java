package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** A configuration that cannot be read is explained in one line, and is not quoted. */
class UnreadableConfigurationTests {

	@TempDir
	private Path folder;

	static Stream<Arguments> files() {
		return Stream.of(
				Arguments.of("application.yml", "frontline:\n\tvisibility: secret\n", "line 2, column 1", "tab"),
				Arguments.of("application.yml", "frontline:\n  a: 1\n   b: secret\n", "line 3, column 5",
						"indentation"),
				Arguments.of("application.yml", "frontline:\n  a: secret\n b: 1\n", "line 3, column 2", "indentation"),
				Arguments.of("application.yml", "frontline:\n  a: 1\nfrontline:\n  b: secret\n", "line 3, column 1",
						"the key frontline stands here a second time"),
				Arguments.of("application.yml", "frontline:\n  a: secret: 1\n", "line 2, column 12", "colon"),
				Arguments.of("application.yml", "frontline:\n  a\n  b: secret\n", "line 3, column 4", "colon"),
				Arguments.of("application.yml", "frontline:\n  a: @secret\n", "line 2, column 6", "quotes"),
				Arguments.of("application.yml", "frontline:\n  a: *secret\n", "line 2, column 6", "quotes"),
				Arguments.of("application.yml", "frontline:\n  a: \"secret\n", "line 2, column 6", "quote"),
				Arguments.of("application.yml", "frontline:\n  a: [secret\n", "line 2, column 6", "bracket"),
				Arguments.of("application.yml", "frontline:\n  a: [secret,\n", "line 3, column 1", "bracket"),
				Arguments.of("application.yaml", "frontline:\n\tvisibility: secret\n", "line 2, column 1", "tab"),
				Arguments.of("application-branch.yml", "a:\n\tb: secret\n", "line 2, column 1", "tab"),
				Arguments.of("application.yml", "a: 1\n---\nb:\n\tc: secret\n", "line 4, column 1", "tab"),
				Arguments.of("application.properties", "a=1\nb=secret \\u12\n", "line 2, column 10", "\\u"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void lineAndColumnAndFixAreNamed(String name, String text, String place, String fix) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), text);
		assertThat(problem("branch")).startsWith(file + ", " + place + ": ")
			.contains(fix)
			.doesNotContain("secret", "\n");
	}

	@Test
	void anotherCharacterSetIsNamedWithTheCharacter() throws IOException {
		Path file = Files.write(this.folder.resolve("application.yml"),
				"a: 1\nb: J\u00F6rg\n".getBytes(Charset.forName("windows-1252")));
		assertThat(problem())
			.startsWith(file + ", line 2, column 5: the byte F6 is not UTF-8; in Windows-1252, it is \u00F6")
			.endsWith("save the file in UTF-8");
	}

	@Test
	void utf8IsRead() throws IOException {
		Files.writeString(this.folder.resolve("application.yml"), "\uFEFFb: J\u00F6rg\n", StandardCharsets.UTF_8);
		assertThat(read().getProperty("b")).isEqualTo("J\u00F6rg");
	}

	@Test
	void folderInPlaceOfTheFileIsNamed() throws IOException {
		Path file = Files.createDirectory(this.folder.resolve("application.yml"));
		assertThat(problem()).startsWith(file + ": this is a folder, not a file");
	}

	@Test
	void importedFileIsNamedToo() throws IOException {
		Path file = Files.writeString(this.folder.resolve("secrets.yml"), "a:\n\tb: secret\n");
		Files.writeString(this.folder.resolve("application.yml"), "spring.config.import: file:" + file + "\n");
		assertThat(problem()).startsWith(file + ", line 2, column 1: there is a tab");
	}

	@ParameterizedTest
	@CsvSource({ ".env,properties,a=secret \\uzz", "settings,yml,a: secret: b" })
	void fileWithoutAnExtensionIsReadAsItsLocationSays(String name, String extension, String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), text);
		Files.writeString(this.folder.resolve("application.yml"),
				"spring.config.import: \"optional:file:none.yml;file:" + file + "[." + extension + "]\"\n");
		assertThat(problem()).startsWith(file + ", line 1, column ").doesNotContain("secret");
	}

	@Test
	void missingImportIsNamedByThePathThatWasTried() throws IOException {
		Files.writeString(this.folder.resolve("application.yml"), "spring.config.import: file:no/secrets.yml\n");
		assertThat(problem()).startsWith("there is no " + Path.of("no/secrets.yml").toAbsolutePath())
			.contains("spring.config.import");
	}

	@Test
	void fileWithAnotherExtensionIsNamed() throws IOException {
		Files.writeString(this.folder.resolve("application.yml"), "spring.config.import: file:secrets.txt\n");
		assertThat(problem()).startsWith("file:secrets.txt: this is neither a file with the extension yml");
	}

	@Test
	void otherSourcesOfTheConfigurationAreStillRead() throws IOException {
		Files.writeString(Files.createDirectory(this.folder.resolve("tree")).resolve("mounted"), "here");
		Files.writeString(this.folder.resolve("application.yml"), "spring.config.import: [\"configtree:"
				+ this.folder.resolve("tree") + "/\", \"optional:file:none.yml\"]\n");
		assertThat(read().getProperty("mounted")).isEqualTo("here");
	}

	/** What the start and the doctor say. */
	private String problem(String... profiles) {
		try {
			read(profiles);
			throw new AssertionError("The configuration was read");
		}
		catch (RuntimeException ex) {
			return Objects.requireNonNull(new UnreadableConfigurationAnalyzer().analyze(ex)).getDescription();
		}
	}

	/** Reads the configuration as Spring Boot does at the start. */
	private Environment read(String... profiles) {
		StandardEnvironment environment = TestEnvironment.of("spring.config.location", this.folder + "/");
		ConfigDataEnvironmentPostProcessor.applyTo(environment, null, null, profiles);
		return environment;
	}

}
