package io.frontlineservice.template;

import static io.frontlineservice.template.TestContents.account;
import static io.frontlineservice.template.TestContents.approved;
import static io.frontlineservice.template.TestContents.content;
import static io.frontlineservice.template.TestContents.sid;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.template.OfferedTemplate.Variable;
import io.frontlineservice.template.TwilioContent.Approval;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the comparison of the catalogue file with the contents at Twilio finds. */
class ContentComparisonTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, nullValues = "none", value = {
			"Hi {{Name}}. {{Author}};Hi {{1}}. {{2}};none", "Hi {{Name}}. {{Author}};Hi {{2}}. {{1}};none",
			"Hi {{Name}};Hi {{2}};none", " Hi ;Hi;none",
			"Hi {{Name}}!;Hi {{1}};this text differs from SID: in the words after placeholder 1",
			"Hi {{Name}};Hello {{1}};this text differs from SID: in the words before the first placeholder",
			"Hi;Hello;this text differs from SID",
			"Hi {{Name}};Hi {{1}} {{2}};this text differs from SID: it has placeholders: 1, the content has variables: 2",
			"Hi {{Name}}{{#Company}}!{{/Company}};Hi {{1}};a text with sections cannot be sent as SID",
			"{{Name}} {{Author}};{{1}} {{1}};different placeholders stand for the same variable of SID" })
	void textMustBeThatOfTheContent(String text, String body, String warning) throws IOException {
		Compared compared = compare("{ content: '" + text + "', content_sid: " + sid(1) + " }", approved(1, body));
		String expected = (warning != null) ? "line 3, column 16: " + warning.replace("SID", "the content " + sid(1))
				: null;
		assertThat(compared.warnings).isEqualTo((expected != null) ? List.of(expected) : List.of());
		assertThat(compared.text().whatsAppApproved()).isEqualTo((expected != null) ? null : Boolean.TRUE);
		assertThat(compared.text().variables() == null).isEqualTo(expected != null);
	}

	@Test
	void variableOutsideOfTheTextCannotBeSent() throws IOException {
		Compared compared = compare("{ content: 'Hi {{Name}}', content_sid: " + sid(1) + " }",
				approved(1, "Hi {{1}}", "https://example.com/{{2}}"));
		assertThat(compared.warnings).singleElement()
			.asString()
			.endsWith("this text has no value for them: 2")
			.contains("has variables outside of its text");
		assertThat(compared.text().variables()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void approvalIsWhatTwilioSays(Approval approval) throws IOException {
		for (String written : new String[] { "", ", whatsAppApproved: true", ", whatsAppApproved: false" }) {
			Compared compared = compare("{ content: Hi, content_sid: " + sid(1) + written + " }",
					content(1, "hi", "en", approval, Map.of(), "Hi"));
			boolean approved = approval == Approval.APPROVED;
			assertThat(compared.text().whatsAppApproved()).isEqualTo(approved ? Boolean.TRUE : null);
			assertThat(compared.warnings).isEqualTo(approved ? List.of()
					: List.of("line 3, column 16: the content " + sid(1) + " " + approval.words()));
		}
	}

	@ParameterizedTest
	@CsvSource({ "approved, APPROVED", "received, PENDING", "pending, PENDING", "rejected, REJECTED", "paused, PAUSED",
			"disabled, DISABLED", "unsubmitted, UNSUBMITTED", ", UNSUBMITTED", "new, UNKNOWN" })
	void statusOfTwilio(String status, Approval approval) {
		assertThat(Approval.of(status)).isEqualTo(approval);
	}

	@Test
	void unknownContentIsAWarningAndNotApproved() throws IOException {
		Compared compared = compare("{ content: Hi, content_sid: " + sid(1) + " }", approved(2, "Hi"));
		assertThat(compared.warnings)
			.containsExactly("line 3, column 16: Twilio has no content " + sid(1) + ": correct content_sid");
		assertThat(compared.text().whatsAppApproved()).isNull();
		assertThat(compared.text().variables()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "en, true", "en_US, true", "en_GB, true", "de, false", "xx1, false", "'', false" })
	void languageMustBeThatOfTheContent(String language, boolean same) throws IOException {
		Compared compared = compare("{ content: Hi, content_sid: " + sid(1) + " }",
				content(1, "hi", language, Approval.APPROVED, Map.of(), "Hi"));
		assertThat(compared.warnings).isEqualTo(same ? List.of()
				: List.of("line 3, column 16: the content " + sid(1) + " is in another language than this text"));
	}

	@Test
	void contentOfTheSameNameInAMissingLanguageIsNamed() throws IOException {
		Compared compared = compare("{ content: { en: Hi, de: Hallo }, content_sid: { en: " + sid(1) + " } }",
				approved(1, "Hi"), content(2, "name1", "de", Approval.APPROVED, Map.of(), "Hallo"),
				content(3, "other", "de", Approval.APPROVED, Map.of(), "Hallo"));
		assertThat(compared.warnings).singleElement()
			.asString()
			.isEqualTo("line 3, column 30: this text has no content_sid, but Twilio has the content " + sid(2)
					+ " of the same name in this language");
	}

	@Test
	void textWithoutContentKeepsItsApproval() throws IOException {
		Compared compared = compare("{ content: Hi, whatsAppApproved: true }", approved(1, "Hi"));
		assertThat(compared.text().whatsAppApproved()).isTrue();
		assertThat(compared.warnings).isEmpty();
	}

	@Test
	void variablesHaveTheNumbersOfTwilio() throws IOException {
		Compared compared = compare("{ content: 'Hi {{Name}}. {{Author}}', content_sid: " + sid(1) + " }",
				approved(1, "Hi {{2}}. {{1}}"));
		CatalogueText text = compared.text();
		RenderedTemplate rendered = text.rendered(text.template().fill((name) -> "<" + name + ">").orElseThrow());
		assertThat(rendered.offered()).isEqualTo(new OfferedTemplate("Hi <Name>. <Author>", sid(1),
				List.of(new Variable("2", 3, 9), new Variable("1", 11, 19))));
	}

	private Compared compare(String template, TwilioContent... contents) throws IOException {
		ContentComparison comparison = new ContentComparison(account(contents));
		List<Catalogue.Entry> entries = comparison.compare(TestCatalogue.templates(this.folder, template).read());
		return new Compared(entries, comparison.warnings());
	}

	/**
	 * A compared catalogue with a single message.
	 *
	 * @param entries its categories
	 * @param warnings the differences
	 */
	private record Compared(List<Catalogue.Entry> entries, List<String> warnings) {

		CatalogueText text() {
			return this.entries.get(0).messages().get(0).texts().byLanguage().values().iterator().next();
		}

	}

}
