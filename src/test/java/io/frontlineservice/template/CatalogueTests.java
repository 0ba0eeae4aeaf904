package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.customerIn;
import static io.frontlineservice.template.TestContexts.named;
import static io.frontlineservice.template.TestContexts.speaking;
import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which messages of a catalogue fit a customer, and in which language. */
class CatalogueTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "de, Hallo", "de-AT, Servus", "de-CH, Hallo", "en-GB, Hi", "fr, Hi", ", Hi" })
	void messageIsInTheClosestLanguageElseInTheDefault(String language, String message) throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "content: { de: Hallo, en: Hi, de_AT: Servus }");
		assertThat(catalogue.renderedMessages(contextFor(speaking(language)))).containsExactly(message);
	}

	@Test
	void templateWithoutTranslationAppearsInTheDefaultLanguage() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "content: { en: Hi, de: Hallo }", "content: Bye",
				"content: { fr: Salut }", "{ content: Ciao, language: it }");
		assertThat(catalogue.renderedMessages(contextFor(speaking("de")))).containsExactly("Hallo", "Bye");
		assertThat(catalogue.renderedMessages(contextFor(speaking("it")))).containsExactly("Hi", "Bye", "Ciao");
		assertThat(catalogue.renderedMessages(contextFor(speaking("ja")))).containsExactly("Hi", "Bye");
	}

	@Test
	void categoryOfAnotherLanguageIsOnlyForItsSpeakers() throws IOException {
		TestCatalogue catalogue = TestCatalogue.yaml(this.folder, """
				- { display_name: Openers, templates: [content: Hi] }
				- { display_name: Begrüßung, language: de, templates: [content: Hallo] }
				""");
		assertThat(catalogue.render(contextFor(speaking("de")))).extracting(Category::displayName)
			.containsExactly("Openers", "Begrüßung");
		assertThat(catalogue.render(contextFor(speaking("fr")))).extracting(Category::displayName)
			.containsExactly("Openers");
	}

	@ParameterizedTest
	@CsvSource({ "de, Anfang", "es, Openers", "fr, Openers" })
	void categoryNameIsInTheCustomersLanguageElseInTheDefault(String language, String name) throws IOException {
		TestCatalogue catalogue = TestCatalogue.yaml(this.folder, """
				- display_name: { en: Openers, de: Anfang }
				  templates: [content: { en: Hi, es: Hola }]
				""");
		assertThat(catalogue.render(contextFor(speaking(language)))).extracting(Category::displayName)
			.containsExactly(name);
	}

	@Test
	void categoryNameFallsBackToAnyLanguage() throws IOException {
		TestCatalogue catalogue = TestCatalogue.yaml(this.folder,
				"- display_name: { fr: Bonjour, de: Hallo }\n  templates: [content: Hi]\n");
		assertThat(catalogue.render(contextFor(null))).extracting(Category::displayName).containsExactly("Bonjour");
	}

	@Test
	void messagesWithMissingValuesAndEmptyCategoriesAreLeftOut() throws IOException {
		TestCatalogue catalogue = TestCatalogue.yaml(this.folder, """
				- { display_name: Mixed, templates: [{ content: "{{Company}}" }, { content: "Hi {{Name}}" }] }
				- { display_name: Holes, templates: [{ content: "{{Company}}" }, { content: "{{attributes.tier}}" }] }
				- { display_name: Whole, templates: [content: "Hi {{Company|you}}"] }
				""");
		assertThat(catalogue.render(contextFor(named("Lina")))).containsExactly(category("Mixed", "Hi Lina"),
				category("Whole", "Hi you"));
		assertThat(catalogue.render(contextFor(null))).containsExactly(category("Whole", "Hi you"));
	}

	@Test
	void missingValueDoesNotFallBackToAnotherLanguage() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "content: { en: Hi, de: 'Hallo {{Company}}' }");
		assertThat(catalogue.renderedMessages(contextFor(speaking("de")))).isEmpty();
		assertThat(catalogue.renderedMessages(contextFor(speaking("en")))).containsExactly("Hi");
	}

	@Test
	void messageIsLeftOutWithoutItsRequiredValues() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder,
				"{ content: both, requires: [Company, attributes.tier] }", "{ content: one, requires: [Company] }",
				"{ content: none, requires: [] }");
		Map<String, String> gold = Map.of("tier", "gold");
		assertThat(catalogue.renderedMessages(contextFor(customer("Lina", "Berg", null, gold)))).containsExactly("both",
				"one", "none");
		assertThat(catalogue.renderedMessages(contextFor(customer("Lina", "Berg", null, Map.of()))))
			.containsExactly("one", "none");
		assertThat(catalogue.renderedMessages(contextFor(customer("Lina", "\u200B", null, gold))))
			.containsExactly("none");
		assertThat(catalogue.renderedMessages(contextFor(null))).containsExactly("none");
	}

	@Test
	void requiredValueIsEvaluatedInTheLanguageOfTheMessage() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "{ content: Hi, requires: [Greeting] }",
				"{ content: どうも, requires: [Greeting], language: ja }");
		assertThat(catalogue.renderedMessages(contextFor(speaking("ja")))).containsExactly("Hi");
	}

	@Test
	void messageIsForCustomersWithOneOfItsChannels() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "{ content: sms, channels: [sms] }",
				"{ content: other, channels: [WhatsApp, chat] }", "{ content: any, channels: [] }");
		assertThat(catalogue.renderedMessages(contextFor(customerIn(null, "+14155550101")))).containsExactly("sms",
				"any");
		assertThat(catalogue.renderedMessages(
				contextFor(customer("Lina", null, null, Map.of(), new Channel(ChannelType.CHAT, "lina")))))
			.containsExactly("other", "any");
		assertThat(catalogue.renderedMessages(contextFor(null))).containsExactly("any");
	}

	@Test
	void messageThatCannotBeSentIsLeftOut() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder, "content: Hi", "content: Hello");
		assertThat(catalogue.read().render(contextFor(null), (template) -> !template.content().equals("Hi")))
			.containsExactly(category("Openers", "Hello"));
		assertThat(catalogue.read().render(contextFor(null), (template) -> false)).isEmpty();
	}

	private static Category category(String name, String... messages) {
		return new Category(name, Arrays.stream(messages).map((it) -> new Template(it, null)).toList());
	}

}
