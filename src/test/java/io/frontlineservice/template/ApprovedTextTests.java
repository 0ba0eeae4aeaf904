package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that WhatsApp has approved must be the same for every customer at any time. */
class ApprovedTextTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\0', value = {
			"content: §'{{Greeting}} {{Name}}';{{Greeting}} changes with the time of day, but WhatsApp approves a fixed text",
			"content: §'Until {{Today}}';{{Today}} changes with the date, but WhatsApp approves a fixed text",
			"content: §'Until {{Today|soon}}';{{Today}} changes with the date",
			"content: { en: Hi, es: §'{{Greeting}}' };{{Greeting}} changes with the time of day",
			"content: §'Hi{{#Company}} {{Company}}{{/Company}}';the section {{#Company}} makes two texts of one",
			"content: §'Hi{{^Company}} there{{/Company}}';the section {{#Company}} makes two texts of one",
			"content: §'Hi{{#attributes.vip}}!{{/attributes.vip}}';the section {{#attributes.vip}} makes two texts" })
	void approvedTextThatVariesIsAWarning(String template, String warning) throws IOException {
		String entry = "{ whatsAppApproved: true, " + template + " }";
		Catalogue catalogue = TestCatalogue.templates(this.folder, entry.replace("§", "")).read();
		String position = "line 3, column " + ("  - ".length() + entry.indexOf('§') + 1);
		assertThat(catalogue.warnings())
			.filteredOn((it) -> !it.contains("no content_sid") && !it.contains("with a variable"))
			.singleElement()
			.asString()
			.startsWith(position + ": " + warning);
		assertThat(catalogue.remarks()).isEmpty();
	}

	@Test
	void everyReasonIsAWarning() throws IOException {
		Catalogue catalogue = TestCatalogue
			.templates(this.folder,
					"{ whatsAppApproved: true, content: '{{Greeting}}{{#Company}} {{Today}}{{/Company}}' }")
			.read();
		assertThat(catalogue.warnings()).hasSize(4);
	}

	@Test
	void approvedTextThatIsTooLongForWhatsAppIsAWarning() throws IOException {
		String template = "{ whatsAppApproved: true, content: '" + "x".repeat(1_020) + "{{Author}}' }";
		assertThat(TestCatalogue.templates(this.folder, template).read().warnings()).hasSize(3)
			.first()
			.asString()
			.contains("longer than 1,024 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{ content_sid: HX00000000000000000000000000000000, content: 'Hi {{FirstName|there}}, {{Author}} {{attributes.tier}}!' }",
			"{ content-sid: HX00000000000000000000000000000000, content: 'Hi {{Language}} {{Company}} {{Name}}!', requires: [Company] }",
			"{ whatsAppApproved: false, content: '{{Greeting}} {{Today}}{{#Company}}!{{/Company}}' }",
			"{ content: '{{Greeting}} {{Today}}{{#Company}}!{{/Company}}' }" })
	void fixedTextWithVariablesIsNotAWarning(String template) throws IOException {
		assertThat(TestCatalogue.templates(this.folder, template).read().warnings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '\0',
			value = { "{{Name}}, hello;begins with a variable", " {{Name}}, hello;begins with a variable",
					"Hello {{Name}};ends with a variable", "Hello {{Name|there}} ;ends with a variable",
					"{{Name}};begins with a variable,ends with a variable",
					"Hello {{Name}}{{Company}}!;has two variables next to each other",
					"Hello {{Name}}, {{Company}}!;''", "Hello;''" })
	void variableWhereWhatsAppDoesNotApproveOneIsAWarning(String text, String expected) throws IOException {
		String template = "{ content_sid: HX00000000000000000000000000000000, requires: [Company], content: '" + text
				+ "' }";
		List<String> warnings = TestCatalogue.templates(this.folder, template).read().warnings();
		assertThat(warnings.stream().map((it) -> it.replaceFirst(".*this text ", "").replaceFirst(", which.*", "")))
			.containsExactlyElementsOf(expected.equals("''") ? List.of() : List.of(expected.split(",")));
		assertThat(TestCatalogue.templates(this.folder, "{ content: '" + text + "' }").read().warnings()).isEmpty();
	}

	@Test
	void approvedTextWithoutContentIsAWarning() throws IOException {
		assertThat(TestCatalogue.templates(this.folder, "{ whatsAppApproved: true, content: Hi }").read().warnings())
			.containsExactly("line 3, column 40: this text has whatsAppApproved: true and no content_sid, so WhatsApp "
					+ "refuses it more than 24 hours after the customer's last message (error 63016): name the content at "
					+ "Twilio");
	}

	@Test
	void languageWithoutContentIsAWarning() throws IOException {
		String template = "{ content: { en: Hi, de: Hallo }, content_sid: { en: HX00000000000000000000000000000000 } }";
		assertThat(TestCatalogue.templates(this.folder, template).read().warnings()).containsExactly(
				"line 3, column 30: this text has no content_sid, but its template has one for another language");
	}

	@Test
	void catalogueWithoutTheDefaultLanguageIsAWarning() throws IOException {
		Catalogue catalogue = TestCatalogue.templates(this.folder, "content: { de: Hallo, fr: Salut }").read();
		assertThat(catalogue.warnings()).singleElement()
			.asString()
			.startsWith("no template has a text in the default language en");
	}

}
