package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** The doctor's examination of the catalogue. */
class TemplateExaminationTests {

	private static final String LOCATION = "frontline.templates.location";

	@TempDir
	private Path folder;

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void missingCatalogueIsNotAProblem() {
		assertThat(seen()).containsExactly("HOLDS there is no catalogue; templates are optional");
	}

	@Test
	void templatesAreCounted() {
		this.environment.setProperty(LOCATION, "classpath:sandbox/templates.yml");
		this.environment.setProperty("frontline.senders.whatsapp", "+14155238886");

		assertThat(seen()).containsExactly("HOLDS templates in the catalogue: 8, approved for WhatsApp: 2",
				"NOT_EXAMINED not examined: first fix frontline.twilio.*");
	}

	@Test
	void whatsAppWithoutAnApprovedTemplateIsAWarning() throws IOException {
		TestCatalogue.templates(this.folder, "content: Hi {{Name}}");
		this.environment.setProperty(LOCATION, this.folder.resolve("templates.yml").toString());
		this.environment.setProperty("frontline.senders.sms", "+15005550006");
		assertThat(seen()).containsExactly("HOLDS templates in the catalogue: 1, approved for WhatsApp: 0");

		this.environment.setProperty("frontline.senders.countries.44.whatsapp", "+447700900199");
		assertThat(seen()).containsExactly("HOLDS templates in the catalogue: 1, approved for WhatsApp: 0",
				"WARNING no template can start a conversation on WhatsApp");
	}

	@Test
	void whatCannotBeSentAsItIsIsAWarning() throws IOException {
		TestCatalogue.templates(this.folder, "{ content: 'Hi {{attributes.Tire}}' }",
				"{ content: 'Until {{Today}}.', whatsAppApproved: true }", "content: " + "x".repeat(1_601));
		this.environment.setProperty(LOCATION, this.folder.resolve("templates.yml").toString());
		this.environment.setProperty("frontline.crm.file.location", "classpath:sandbox/customers.json");

		assertThat(seen()).satisfiesExactly(
				(it) -> assertThat(it).startsWith("HOLDS templates in the catalogue: 3, approved for WhatsApp: 1"),
				(it) -> assertThat(it).startsWith("WARNING in the templates file, line 5, column 14: this message is"),
				(it) -> assertThat(it)
					.startsWith("WARNING in the templates file, line 4, column 16: {{Today}} changes"),
				(it) -> assertThat(it)
					.startsWith("WARNING in the templates file, line 4, column 16: this text has whatsAppApproved"),
				(it) -> assertThat(it).startsWith("WARNING in the templates file, line 3, column 16: no customer has a "
						+ "value for {{attributes.Tire}}; the nearest attribute is tier"));
	}

	@Test
	void invalidCatalogueIsNotExamined() throws IOException {
		TestCatalogue.templates(this.folder, "content: \"{{Name\"");
		this.environment.setProperty(LOCATION, this.folder.resolve("templates.yml").toString());

		assertThat(seen()).containsExactly("NOT_EXAMINED not examined: first fix frontline.templates.*");
	}

	private List<String> seen() {
		return new TemplateExamination().examine(this.environment)
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

}
