package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.customer;
import static io.frontlineservice.template.TestContexts.speaking;
import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The formats of a catalogue and how they are read. */
class CatalogueReaderTests {

	@TempDir
	private Path folder;

	@Test
	void simplestJsonCatalogueEqualsTheAnswer() throws IOException {
		String text = "[{\"display_name\":\"Openers\",\"templates\":[{\"content\":\"Hi there!\"},"
				+ "{\"content\":\"Hello!\",\"whatsAppApproved\":true}]}]";
		List<Category> answer = TestCatalogue.json(this.folder, text).render(contextFor(null));
		assertThat(new JsonMapper().writeValueAsString(answer)).isEqualTo(text);
	}

	@Test
	void yamlCatalogueIsRead() throws IOException {
		List<Category> answer = TestCatalogue.yaml(this.folder, """
				# Whatever we say
				- display_name: Openers
				  templates:
				    - content: Hi there!
				    - whatsAppApproved: true
				      content: |
				        Hello!
				        How are you?
				- display_name: Closing
				  templates: [{ content: "Bye: see you", whatsAppApproved: false }]
				""").render(contextFor(null));
		assertThat(answer).containsExactly(
				new Category("Openers",
						List.of(new Template("Hi there!", null), new Template("Hello!\nHow are you?", true))),
				new Category("Closing", List.of(new Template("Bye: see you", false))));
	}

	@Test
	void categoryAndTemplateCanSetALanguage() throws IOException {
		Catalogue catalogue = TestCatalogue.yaml(this.folder, """
				- display_name: Begrüßung
				  language: German
				  templates:
				    - content: Hallo
				    - content: Ciao
				      language: it
				    - content: { fr: Salut }
				""").read();
		assertThat(catalogue.languages()).containsExactlyInAnyOrder(Locale.GERMAN, Locale.ITALIAN, Locale.FRENCH);
		assertThat(catalogue.entries().get(0).name().byLanguage())
			.containsExactly(Map.entry(Locale.GERMAN, "Begrüßung"));
	}

	@Test
	void textsWithoutALanguageHaveTheDefaultLanguage() throws IOException {
		Catalogue catalogue = TestCatalogue.templates(this.folder, "content: Hei").read(new Locale("fi"));
		assertThat(catalogue.languages()).containsExactly(new Locale("fi"));
	}

	@Test
	void norwegianLanguageCodeInYamlIsNotReadAsFalse() throws IOException {
		for (String template : new String[] { "content: { no: Hei, en: Hi }", "{ content: Hei, language: no }",
				"content: { no: '{{Greeting}}' }" }) {
			Catalogue catalogue = TestCatalogue.templates(this.folder, template).read();
			assertThat(catalogue.languages()).as(template).contains(Locale.forLanguageTag("no"));
		}
		assertThat(TestCatalogue.templates(this.folder, "content: { no: Hei, en: Hi }")
			.renderedMessages(contextFor(speaking("nb")))).containsExactly("Hei");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "content: 2026;2026", "content: 1.50;1.50", "content: true;true",
			"content: { en: 5 };5", "content: no;no", "content: 2026-01-31;2026-01-31" })
	void unquotedYamlScalarsAreReadAsText(String template, String message) throws IOException {
		assertThat(TestCatalogue.templates(this.folder, template).renderedMessages(contextFor(null)))
			.containsExactly(message);
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false", "'\"true\"', true", "'\"false\"', false", "null, " })
	void approvalIsABooleanEvenIfQuoted(String written, Boolean approved) throws IOException {
		String template = "{ content: Hi, whatsAppApproved: " + written + " }";
		assertThat(TestCatalogue.templates(this.folder, template).render(contextFor(null)).get(0).templates())
			.containsExactly(new Template("Hi", approved));
	}

	@Test
	void requirementsAndChannelsAreRead() throws IOException {
		Catalogue catalogue = TestCatalogue
			.templates(this.folder,
					"{ content: '{{Name}}', requires: [Company, attributes.tier], channels: [WhatsApp, sms] }")
			.read();
		CatalogueMessage message = catalogue.entries().get(0).messages().get(0);
		assertThat(message.requires()).containsExactlyInAnyOrder("Company", "attributes.tier");
		assertThat(message.channels()).isEqualTo(Set.of(ChannelType.WHATSAPP, ChannelType.SMS));
		assertThat(catalogue.names()).containsExactlyInAnyOrder("Name", "Company", "attributes.tier");
	}

	@Test
	void categoryNameIsOneShortLine() throws IOException {
		Catalogue catalogue = TestCatalogue
			.yaml(this.folder, "- display_name: |\n    Open\n    ers\n- display_name: " + "x".repeat(5_000) + "\n")
			.read();
		assertThat(catalogue.entries()).extracting((it) -> it.name().get(Locale.ENGLISH))
			.containsExactly("Open ers", "x".repeat(255) + "…");
	}

	@ParameterizedTest
	@ValueSource(strings = { "'%s'", "'{{Name}} %s'", "{ de: Hallo, en: '%s {{Greeting}}' }" })
	void messageThatIsAlwaysTooLongIsAcceptedWithARemark(String content) throws IOException {
		String template = "content: " + content.formatted("x".repeat(1_601));
		Catalogue catalogue = TestCatalogue.templates(this.folder, "content: Hi", template).read();
		assertThat(catalogue.remarks()).singleElement()
			.asString()
			.startsWith("line 4, column ")
			.contains("longer than 1,600 characters");
		assertThat(catalogue.entries().get(0).messages()).hasSize(2);
	}

	@Test
	void messageOf1600CharactersHasNoRemark() throws IOException {
		assertThat(TestCatalogue.templates(this.folder, "content: " + "x".repeat(1_600)).read().remarks()).isEmpty();
	}

	@Test
	void categoryWithoutTemplatesAndEmptyListAreValid() throws IOException {
		assertThat(TestCatalogue.yaml(this.folder, "[]").read().entries()).isEmpty();
		assertThat(TestCatalogue.yaml(this.folder, "- display_name: Openers\n").render(contextFor(null))).isEmpty();
		assertThat(TestCatalogue.json(this.folder, "[{\"display_name\":\"Openers\",\"templates\":null}]")
			.render(contextFor(customer("Lina", null, null, Map.of())))).isEmpty();
	}

}
