package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
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
		assertThat(catalogue.warnings()).singleElement()
			.asString()
			.startsWith("line 3, column " + ("  - ".length() + entry.indexOf('§') + 1) + ": " + warning);
		assertThat(catalogue.remarks()).isEmpty();
	}

	@Test
	void everyReasonIsAWarning() throws IOException {
		Catalogue catalogue = TestCatalogue
			.templates(this.folder,
					"{ whatsAppApproved: true, content: '{{Greeting}}{{#Company}} {{Today}}{{/Company}}' }")
			.read();
		assertThat(catalogue.warnings()).hasSize(3);
	}

	@Test
	void approvedTextThatIsTooLongForWhatsAppIsAWarning() throws IOException {
		String template = "{ whatsAppApproved: true, content: '" + "x".repeat(1_020) + "{{Author}}' }";
		assertThat(TestCatalogue.templates(this.folder, template).read().warnings()).singleElement()
			.asString()
			.contains("longer than 1,024 characters");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{ whatsAppApproved: true, content: 'Hi {{FirstName|there}}, {{Author}} {{attributes.tier}}' }",
					"{ whatsAppApproved: true, content: '{{Language}} {{Company}} {{Name}}', requires: [Company] }",
					"{ whatsAppApproved: false, content: '{{Greeting}} {{Today}}{{#Company}}!{{/Company}}' }",
					"{ content: '{{Greeting}} {{Today}}{{#Company}}!{{/Company}}' }" })
	void fixedTextWithVariablesIsNotAWarning(String template) throws IOException {
		assertThat(TestCatalogue.templates(this.folder, template).read().warnings()).isEmpty();
	}

	@Test
	void catalogueWithoutTheDefaultLanguageIsAWarning() throws IOException {
		Catalogue catalogue = TestCatalogue.templates(this.folder, "content: { de: Hallo, fr: Salut }").read();
		assertThat(catalogue.warnings()).singleElement()
			.asString()
			.startsWith("no template has a text in the default language en");
	}

}
