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
	void warningsAreListedAndChangeNoExitCode() throws IOException {
		String approved = write("approved.yml",
				"- display_name: A\n  templates: [{ content: 'Until {{Today}}.', content_sid: HX00000000000000000000000000000000 }]\n");
		assertThat(lint(approved)).isZero();
		assertThat(lines()).hasSize(2);
		assertThat(lines().get(0))
			.startsWith(approved + ": warning: line 2, column 26: {{Today}} changes with the date");
		assertThat(lines().get(1)).isEqualTo(approved + ": no problems, warnings: 1");
	}

	@Test
	void problemsAndWarningsAreReportedTogetherInTheOrderOfTheFile() throws IOException {
		String mixed = write("mixed.yml", """
				- display_name: A
				  templates:
				    - { content: "A {{Greeting}}!", content_sid: HX00000000000000000000000000000000 }
				    - content: [Hi]
				    - content: "{{Nmae}}"
				- { display_name: B, display_name: B, tempaltes: [] }
				- display_name: C
				  templates: [content: %s]
				""".formatted("x".repeat(1_601)));
		assertThat(lint(mixed)).isEqualTo(1);
		assertThat(lines()).extracting((it) -> it.replaceFirst("(line \\d+).*", "$1").substring(mixed.length()))
			.containsExactly(": line 4", ": line 5", ": line 6", ": line 6", ": line 8", ": warning: line 3");
	}

	@Test
	void placeholdersAreComparedWithCustomers() throws IOException {
		String customers = write("customers.csv", "customer_id,display_name,policy_number\n1,Ann Example,7\n");
		String templates = write("templates.yml",
				"- display_name: A\n  templates: [content: '{{attributes.polcy_number}} {{attributes.policy_number}}']\n");
		assertThat(lint("--frontline.crm.file.location=" + customers, templates)).isZero();
		assertThat(lines()).containsExactly(
				templates + ": warning: line 2, column 24: no customer has a value for {{attributes.polcy_number}};"
						+ " the nearest attribute is policy_number",
				templates + ": no problems, warnings: 1");
	}

	@Test
	void customersThatCannotBeReadAreTold() {
		assertThat(lint("--frontline.crm.file.location=none.csv", this.good)).isEqualTo(2);
		assertThat(lines()).containsExactly("The customers cannot be read: the doctor says why");
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
		assertThat(lines()).containsExactly("Usage: java -jar frontline-integration-service.jar lint "
				+ "[--frontline.templates.default-language=en] FILE...");
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
