package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who keep catalogues in version control are told about them. */
class CatalogueLintTests {

	private static final String LANGUAGE = "--frontline.templates.default-language=";

	@TempDir
	private Path folder;

	private String good;

	private String bad;

	private String tooLong;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	@BeforeEach
	void write() throws IOException {
		this.good = write("good.yml", "- display_name: A\n  templates: [content: Hi]\n");
		this.bad = write("bad.json",
				"[{\"display_name\": \"A\", \"templates\": [\n{\"content\": \"{{Nmae}}\"},\n{\"content\": \"{{Nmea}}\"}]}]");
		this.tooLong = write("long.yml", "- display_name: A\n  templates: [content: " + "x".repeat(1_601) + "]\n");
	}

	@Test
	void aGoodCatalogueIsPassed() {
		assertThat(lint(this.good)).isZero();
		assertThat(lines()).containsExactly(this.good + ": no problems");
	}

	@Test
	void eachProblemOfABadOneHasItsLineWithTheNameOfTheFile() {
		assertThat(lint(this.bad)).isEqualTo(1);
		assertThat(lines()).hasSize(2);
		assertThat(lines().get(0)).startsWith(this.bad + ": line 2, column 13: there is no value {{Nmae}}");
		assertThat(lines().get(1)).startsWith(this.bad + ": line 3, column 13: there is no value {{Nmea}}");
	}

	@Test
	void whatTheServiceOnlyRemarksOnIsAProblemHere() {
		assertThat(lint(this.tooLong)).isEqualTo(1);
		assertThat(lines()).singleElement().asString().startsWith(this.tooLong + ": line 2, column ").contains("1,600");
	}

	@Test
	void everyFileIsCheckedAlsoBehindABadOne() {
		assertThat(lint(this.bad, this.good, this.tooLong)).isEqualTo(1);
		assertThat(lines()).hasSize(4).last().asString().startsWith(this.tooLong);
		assertThat(lint(this.good, this.good)).isZero();
	}

	@Test
	void aFileThatIsNotThereIsAProblem() {
		String missing = this.folder.resolve("missing.yml").toString();
		assertThat(lint(missing)).isEqualTo(1);
		assertThat(lines()).containsExactly(missing + ": names a file that does not exist");
	}

	@ParameterizedTest
	@CsvSource({ "en, 0", "German, 0", "ja, 1" })
	void textsThatSayNoLanguageAreTakenForTheDefaultOne(String language, int exitCode) throws IOException {
		String greeting = write("greeting.yml", "- display_name: A\n  templates: [{ content: '{{Greeting}}' }]\n");
		assertThat(lint(LANGUAGE + language, greeting)).isEqualTo(exitCode);
		assertThat(lint(greeting, "--frontline.templates.defaultLanguage=" + language)).isEqualTo(exitCode);
	}

	@ParameterizedTest
	@ValueSource(strings = { LANGUAGE + "xx", LANGUAGE + "Klingon", "--default-language=de", "--help", "--=x", "--" })
	void argumentsThatCannotBeUnderstoodAreAnsweredWithThoseThatCan(String argument) {
		assertThat(lint(argument, this.good)).isEqualTo(2);
		assertThat(lines()).containsExactly("Usage: lint [--frontline.templates.default-language=en] FILE...");
	}

	@Test
	void withoutAFileThereIsNothingToDo() {
		assertThat(lint()).isEqualTo(2);
		assertThat(lint(LANGUAGE + "de")).isEqualTo(2);
		assertThat(lines()).hasSize(2).allSatisfy((line) -> assertThat(line).startsWith("Usage: "));
	}

	private int lint(String... arguments) {
		return CatalogueLint.run(new PrintStream(this.output, true, StandardCharsets.UTF_8), arguments);
	}

	private List<String> lines() {
		return this.output.toString(StandardCharsets.UTF_8).lines().toList();
	}

	private String write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text).toString();
	}

}
