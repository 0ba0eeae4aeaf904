package io.frontlineservice.template;

import static io.frontlineservice.template.TestContents.account;
import static io.frontlineservice.template.TestContents.approved;
import static io.frontlineservice.template.TestContents.content;
import static io.frontlineservice.template.TestContents.sid;
import static io.frontlineservice.template.TestContexts.contextFor;
import static io.frontlineservice.template.TestContexts.named;
import static io.frontlineservice.template.TestContexts.speaking;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.template.TwilioContent.Approval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The category of the contents at Twilio that the catalogue file does not name. */
class ContentCategoryTests {

	private Map<String, Map<String, String>> variables = Map.of();

	private List<String> remarks = List.of();

	@Test
	void approvedContentsWithoutVariablesAreOffered() {
		Catalogue.Entry entry = entry(Set.of(sid(3)), approved(1, "Hi"),
				content(2, "no", "en", Approval.PAUSED, Map.of(), "Paused"), approved(3, "In the file"));
		assertThat(rendered(entry, contextFor(null))).containsExactly(new Template("Hi", true));
		assertThat(this.remarks).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "FirstName, , Hi Ann!", "attributes.order|it, , Hi it!", "Ann Example, FirstName, Hi Ann!",
			"Ann Example, FirstName|you, Hi Ann!", "FirstName, Name, Hi Ann Berg!", "'', , ", "Ann, , ", "{{Name}}, , ",
			"FirstName}} {{Name, , " })
	void variableHasTheValueThatItsSettingOrItsSampleNames(String sample, String setting, String message) {
		if (setting != null) {
			this.variables = Map.of(sid(1).value().toLowerCase(Locale.ROOT), Map.of("1", setting));
		}
		Catalogue.Entry entry = entry(Set.of(),
				content(1, "hi", "en", Approval.APPROVED, Map.of("1", sample), "Hi {{1}}!"));
		assertThat(rendered(entry, contextFor(named("Ann Berg")))).extracting(Template::content)
			.isEqualTo((message != null) ? List.of(message) : List.of());
		assertThat(this.remarks).isEqualTo((message != null) ? List.of()
				: List.of("the content " + sid(1) + " is not offered: its variable 1 has no value: set "
						+ "frontline.templates.content.variables." + sid(1)
						+ ".1 to the name of a value, such as FirstName"));
	}

	@Test
	void contentsOfTheSameNameAreTheLanguagesOfOneMessage() {
		Catalogue.Entry entry = entry(Set.of(), content(1, "hi", "en_US", Approval.APPROVED, Map.of(), "Hi"),
				content(2, "hi", "de", Approval.APPROVED, Map.of(), "Hallo"),
				content(3, "hi", "de", Approval.APPROVED, Map.of(), "Servus"),
				content(4, "bye", "en", Approval.APPROVED, Map.of(), "Bye"));
		assertThat(rendered(entry, contextFor(speaking("de")))).extracting(Template::content)
			.containsExactly("Bye", "Hallo", "Servus");
		assertThat(rendered(entry, contextFor(speaking("fr")))).extracting(Template::content)
			.containsExactly("Bye", "Hi");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Hi {{#x}};en;its text has braces that are not around a variable",
					"Hi {{;en;its text has braces that are not around a variable", "Hi;xx1;its language is unknown",
					"{{1}}!;ja;there is no {{Greeting}} in its language" })
	void contentThatCannotBeUsedIsLeftOutWithARemark(String body, String language, String reason) {
		Catalogue.Entry entry = entry(Set.of(),
				content(1, "hi", language, Approval.APPROVED, Map.of("1", "Greeting"), body));
		assertThat(entry.messages()).isEmpty();
		assertThat(this.remarks).containsExactly("the content " + sid(1) + " is not offered: " + reason);
	}

	@Test
	void contentWithoutTextAndWithVariablesElsewhereIsLeftOut() {
		Catalogue.Entry entry = entry(Set.of(),
				new TwilioContent(sid(1), "image", "en", null, Set.of(), Map.of(), Approval.APPROVED),
				approved(2, "Hi", "https://example.com/{{1}}"));
		assertThat(entry.messages()).isEmpty();
		assertThat(this.remarks).hasSize(2)
			.satisfiesExactly((it) -> assertThat(it).endsWith("is not offered: it has no text"),
					(it) -> assertThat(it).contains("has variables outside of its text"));
	}

	private Catalogue.Entry entry(Set<ContentSid> inFile, TwilioContent... contents) {
		ContentCategory category = new ContentCategory(Locale.ENGLISH, this.variables);
		Catalogue.Entry entry = category.entry("Approved", account(contents), inFile);
		this.remarks = category.remarks();
		return entry;
	}

	private static List<Template> rendered(Catalogue.Entry entry, MessageContext context) {
		return entry.render(context, (template) -> true, new RenderedCatalogue.Builder()).templates();
	}

}
