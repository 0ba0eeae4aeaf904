package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.datafile.ReloadingFile;
import io.frontlineservice.template.PreviewEndpoint.PreviewDescriptor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The preview of the templates for their authors. */
class PreviewEndpointTests {

	@TempDir
	private Path folder;

	@Test
	void previewShowsAllMessagesOfEveryLanguage() throws IOException {
		TestCatalogue catalogue = TestCatalogue.yaml(this.folder, """
				- display_name: { en: Openers, de: Anfang }
				  templates:
				    - content: { en: "Hi {{FirstName}}", de_AT: "Servus {{FirstName}} von {{attributes.tier}}" }
				      requires: [Company, attributes.vip]
				      channels: [chat]
				    - content: "{{Name}} {{Company}} {{Language}} {{Author}}"
				      whatsAppApproved: true
				- { display_name: Adieux, language: fr, templates: [content: Salut] }
				""");
		try (ReloadingFile<Catalogue> file = open(catalogue)) {
			PreviewDescriptor preview = preview(CatalogueFile.of(file));
			assertThat(preview.changeNotInUse()).isNull();
			assertThat(preview.remarks()).isEmpty();
			assertThat(preview.languages()).containsOnlyKeys("de-AT", "en", "fr");
			assertThat(preview.languages().get("en"))
				.containsExactly(new Category("Openers", List.of(new Template("Hi Maria", null),
						new Template("Maria Example Example & Co English Sam Sample", true))));
			assertThat(preview.languages().get("de-AT").get(0))
				.isEqualTo(new Category("Anfang", List.of(new Template("Servus Maria von <tier>", null),
						new Template("Maria Example Example & Co German Sam Sample", true))));
			assertThat(preview.languages().get("fr")).extracting(Category::displayName)
				.containsExactly("Openers", "Adieux");
		}
	}

	@Test
	void previewShowsErrorsAndRemarks() throws IOException {
		String tooLong = "x".repeat(1_601);
		try (ReloadingFile<Catalogue> file = open(TestCatalogue.templates(this.folder, "content: " + tooLong))) {
			TestCatalogue.templates(this.folder, "content: Hi {{Nmae}}");
			file.look();
			file.look();
			PreviewDescriptor preview = preview(CatalogueFile.of(file));
			assertThat(preview.changeNotInUse()).startsWith("line 3, column 14: there is no value {{Nmae}}");
			assertThat(preview.remarks()).singleElement()
				.asString()
				.startsWith("line 3, column 14: this message is longer");
			assertThat(preview.languages().get("en").get(0).templates()).containsExactly(new Template(tooLong, null));
		}
	}

	@Test
	void previewIsEmptyWithoutACatalogue() {
		try (CatalogueFile file = CatalogueFile.none()) {
			PreviewDescriptor preview = preview(file);
			assertThat(preview.languages()).isEmpty();
			assertThat(preview.remarks()).isEmpty();
		}
	}

	@Test
	void previewShowsWarnings() throws IOException {
		TestCatalogue catalogue = TestCatalogue.templates(this.folder,
				"{ content: 'A {{Greeting}}, {{attributes.Tire}}!', content_sid: HX00000000000000000000000000000000 }");
		try (ReloadingFile<Catalogue> file = open(catalogue)) {
			assertThat(preview(CatalogueFile.of(file)).warnings()).satisfiesExactly(
					(it) -> assertThat(it).startsWith("line 3, column 16: {{Greeting}} changes with the time of day"),
					(it) -> assertThat(it)
						.startsWith("line 3, column 16: no customer has a value for {{attributes.Tire}}"));
		}
	}

	private static PreviewDescriptor preview(CatalogueFile file) {
		CustomerSummary customers = CustomerSummary
			.of(List.of(customer("Lina", "Berg & Co", "en", Map.of("tier", "gold", "vip", true))));
		return new PreviewEndpoint(file, file::catalogue,
				new TemplateCrossCheck(file::catalogue, () -> Optional.of(customers)))
			.preview();
	}

	private static ReloadingFile<Catalogue> open(TestCatalogue catalogue) {
		return CatalogueFile.watched(catalogue.location(), Duration.ofDays(1), Locale.ENGLISH);
	}

}
