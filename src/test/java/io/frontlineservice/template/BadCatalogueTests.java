package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All errors of a catalogue are reported, with their positions and without quoting texts.
 */
class BadCatalogueTests {

	@TempDir
	private Path folder;

	/** The mark § stands before the invalid text. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\0',
			value = { "{ content: §'Hi {{Nmae}}' };no value {{Nmae}}", "content: §Hi {{Name;not closed",
					"content: { en: Hi, de: §'{{Nmae}}' };no value {{Nmae}}",
					"content: { en: Hi, xx: §Ho };must be a tag such as", "content: { en: Hi, '': §Ho };must be a tag",
					"{ content: Hi, language: §xx };must be a tag such as",
					"{ content: { en: Hi, fr: Salut }, language: §xx };must be a tag such as",
					"content: { de: Hallo, German: §Tach };this language appears twice",
					"content: { en: Hi, ja: §'{{Greeting}} X' };no {{Greeting}} in this language",
					"{ content: §'{{Greeting}}', language: ja };no {{Greeting}} in this language", "content: §'';empty",
					"content: { en: Hi, de: §' ' };empty",
					"{ content: Hi, requires: [Company, §Nmae] };not the name of a value",
					"{ content: Hi, requires: [§'{{Name}}'] };not the name of a value",
					"{ content: Hi, channels: [sms, §fax] };channel must be one of sms, whatsapp, chat",
					"{ content: Hi, channels: [§''] };channel must be one of sms, whatsapp, chat" })
	void errorInATextHasThePositionOfThatText(String template, String why) throws IOException {
		int column = "  - ".length() + template.indexOf('§') + 1;
		assertThat(problems(TestCatalogue.templates(this.folder, template.replace("§", "")))).singleElement()
			.asString()
			.startsWith("line 3, column " + column + ": ")
			.contains(why);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\0',
			value = { "content: [Hi];property templates.content is not of the right kind",
					"content: { en: [Hi] };property templates.content.en is not of the right kind",
					"content: { en: { en: Hi } };property templates.content.en is not of the right kind",
					"content: { en: null };property templates.content.en is not of the right kind",
					"content: { en: };property templates.content.en is not of the right kind",
					"{ content: Hi, channels: sms };property templates.channels is not of the right kind",
					"{ content: Hi, requires: [null] };property templates.requires is not of the right kind",
					"{ content: Hi, channels: [sms, null] };property templates.channels is not of the right kind",
					"{ content: Hi, requires: [[Name]] };property templates.requires is not of the right kind",
					"{ content: Hi, language: [de] };property templates.language is not of the right kind",
					"{ content: Hi, whatsAppApproved: perhaps };templates.whatsAppApproved is not of the right kind",
					"Hi;property templates is not of the right kind",
					"{ content: Hi, whatsappapproved: true };there is no property templates.whatsappapproved",
					"{ content: Hi, require: [Name] };there is no property templates.require",
					"content: { de: Hallo, de: Tach };this property stands here twice",
					"whatsAppApproved: true;a template of this category has no content",
					"content: null;a template of this category has no content",
					"content: {};a template of this category has no content",
					"null;a template of this category has no content" })
	void templateOfAnInvalidStructureIsRefused(String template, String why) throws IOException {
		assertThat(problems(TestCatalogue.templates(this.folder, template))).singleElement()
			.asString()
			.startsWith("line ")
			.endsWith(why);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\0',
			value = { "- templates: [];line 1, column 3: this category has no display_name",
					"- display_name: null;line 1, column 3: this category has no display_name",
					"- display_name: {};line 1, column 3: this category has no display_name",
					"- display_name: ' ';line 1, column 17: a display_name must be a text without placeholders",
					"- display_name: 'Hi {{Name}}';line 1, column 17: a display_name must be a text without",
					"- display_name: { en: Hi, de: '' };line 1, column 31: a display_name must be a text without",
					"- display_name: { en: Hi, English: Ho };line 1, column 36: this language appears twice",
					"- { display_name: Hi, language: xx };line 1, column 33: the language must be a tag",
					"- display_name: [Hi];property display_name is not of the right kind",
					"- { display_name: Hi, template: [] };there is no property template",
					"- { display_name: Hi, templates: Ho };property templates is not of the right kind",
					"- Hi;line 1, column 3: each entry of the list must be an object",
					"display_name: Hi;line 1, column 1: the file must be a list at its top level",
					"- display_name: 'Hi;line 1, column 17: this is not valid YAML" })
	void categoryOfAnInvalidStructureIsRefused(String category, String problem) throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, category))).singleElement().asString().contains(problem);
	}

	@Test
	void everyErrorOfOneTextIsReported() throws IOException {
		String text = "content: 'Hi {{Nmae}} {Name} {{Frist|}} {{Author|}} {{#Nmae}}{{/Nmae}}'";
		assertThat(problems(TestCatalogue.templates(this.folder, text)))
			.extracting((it) -> it.replaceFirst("; the values are .*", ""))
			.containsExactlyInAnyOrder("line 3, column 14: there is no value {{Nmae}}",
					"line 3, column 14: {Name} needs two braces on each side",
					"line 3, column 14: there is no value {{Frist}}",
					"line 3, column 14: {{Author|}} has no default after its |");
	}

	@Test
	void errorsInTemplatesAreReportedForACategoryWithoutAName() throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, "- templates: [{ content: '{{Nmae}}' }]"))).hasSize(2)
			.anyMatch((problem) -> problem.contains("no value {{Nmae}}"))
			.anyMatch((problem) -> problem.contains("no display_name"));
	}

	@Test
	void unknownPropertyIsReportedWithItsPosition() throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, """
				- display_name: Openers
				  templates:
				    - content: Hi
				    - whatsapp_approved: true
				      content: Ho
				      channels: [sms]
				- display_name: Closing
				"""))).containsExactly("line 4, column 7: there is no property templates.whatsapp_approved");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\n", "# nothing\n" })
	void emptyFileIsRefused(String text) throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, text))).singleElement()
			.asString()
			.contains("line 1, column 1: the file is empty; an empty list is []");
	}

	@Test
	void errorsInJsonHavePositions() throws IOException {
		assertThat(problems(TestCatalogue.json(this.folder, """
				[
				  {"display_name": "Openers", "templates": [
				    {"content": "Hi"},
				    {"content": "Hi {{Nmae}}"},
				    null
				  ]},
				  {"display_name": "Hi {{Name}}"}
				]
				"""))).satisfiesExactly(
				(it) -> assertThat(it).startsWith("line 4, column 17: there is no value {{Nmae}}"),
				(it) -> assertThat(it).startsWith("line 2, column 3: a template of this category has no content"),
				(it) -> assertThat(it).startsWith("line 7, column 20: a display_name must be"));
		assertThat(problems(TestCatalogue.json(this.folder, "[{\"display_name\": \"A\",}]"))).singleElement()
			.asString()
			.isEqualTo("line 1, column 23: this is not valid JSON");
	}

	@Test
	void allErrorsAreReportedIncludingThoseBeforeAFatalOne() throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, """
				- display_name: { en: Openers, xx: Ho }
				  templates:
				    - content: "{{Nmae}}"
				      requires: [Nmae, Company, Nmae2]
				      channels: [fax]
				    - content: { de: "{{Frist}}", xx: Ho }
				- templates: []
				- display_name: Closing
				  templates: Bye
				"""))).extracting((it) -> it.replaceFirst(", column .*", ""))
			.containsExactlyInAnyOrder("line 1", "line 3", "line 4", "line 4", "line 5", "line 6", "line 6", "line 7",
					"line 9");
	}

	@Test
	void everyErrorOfTheStructureIsReported() throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, """
				- display_name: Openers
				  colour: red
				  templates:
				    - content: [Hi]
				    - { content: "{{Nmae}}", requires: Name, channels: [sms, [fax], fax] }
				    - Hello
				    - { content: Hi, whatsAppApproved: perhaps, approved: true }
				    - null
				- { display_name: Twice, display_name: Twice, templates: [], templates: [] }
				- templates: [{ contents: Hi }]
				- Closing
				- { display_name: Closing, templates: Bye, language: [de] }
				- display_name: Last
				  templates: [{ content: "{{Frist}}" }]
				"""))).extracting((it) -> it.replaceFirst("; the values are .*", ""))
			.containsExactlyInAnyOrder("line 2, column 3: there is no property colour",
					"line 4, column 16: the property templates.content is not of the right kind",
					"line 5, column 18: there is no value {{Nmae}}",
					"line 5, column 40: the property templates.requires is not of the right kind",
					"line 5, column 62: the property templates.channels is not of the right kind",
					"line 5, column 69: the channel must be one of sms, whatsapp, chat",
					"line 6, column 7: the property templates is not of the right kind",
					"line 7, column 40: the property templates.whatsAppApproved is not of the right kind",
					"line 7, column 49: there is no property templates.approved",
					"line 9, column 26: this property stands here twice",
					"line 9, column 62: this property stands here twice",
					"line 10, column 17: there is no property templates.contents",
					"line 10, column 3: a template of this category has no content",
					"line 10, column 3: this category has no display_name",
					"line 11, column 3: each entry of the list must be an object",
					"line 12, column 39: the property templates is not of the right kind",
					"line 12, column 54: the property language is not of the right kind",
					"line 14, column 26: there is no value {{Frist}}");
	}

	@Test
	void errorsQuoteAtMostThePlaceholderName() throws IOException {
		assertThat(problems(TestCatalogue.yaml(this.folder, """
				- display_name: { xx: secret }
				  templates:
				    - { content: "secret {{Nmae}} secret", requires: [secret], channels: [secret] }
				    - { content: secret, language: secret }
				    - content: "{{my secret | secret}}"
				- display_name: Openers
				  templates: [{ content: [secret] }]
				"""))).hasSize(7).allSatisfy((it) -> assertThat(it).doesNotContain("secret"));
	}

	@Test
	void missingFileIsAnIOException() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> new TestCatalogue(this.folder.resolve("none.yml")).read());
	}

	private static List<String> problems(TestCatalogue catalogue) {
		return catchThrowableOfType(BadFileException.class, catalogue::read).problems();
	}

}
