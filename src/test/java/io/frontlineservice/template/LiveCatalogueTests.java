package io.frontlineservice.template;

import static io.frontlineservice.template.TestContents.account;
import static io.frontlineservice.template.TestContents.approved;
import static io.frontlineservice.template.TestContents.content;
import static io.frontlineservice.template.TestContents.sid;
import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.template.TwilioContent.Approval;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The catalogue in use, from the file and the contents at Twilio. */
@ExtendWith(OutputCaptureExtension.class)
class LiveCatalogueTests {

	@TempDir
	private Path folder;

	private Catalogue file = Catalogue.EMPTY;

	private @Nullable AccountContents contents;

	@BeforeEach
	void read() throws IOException {
		this.file = TestCatalogue.templates(this.folder, "{ content: Hi, content_sid: " + sid(1) + " }").read();
	}

	@Test
	void fileIsInUseUntilTheContentsAreRead() {
		assertThat(templates(catalogue("Approved").get())).isEqualTo(templates(this.file));
	}

	@Test
	void orderOfVariablesIsNotGuessedUntilTheContentsAreRead() throws IOException {
		this.file = TestCatalogue
			.templates(this.folder,
					"{ content: 'Order {{attributes.order}} for {{FirstName}}', content_sid: " + sid(1) + " }",
					"{ content: 'Hello {{FirstName}}', content_sid: " + sid(2) + " }")
			.read();
		List<CatalogueMessage> messages = catalogue(null).get().entries().get(0).messages();
		assertThat(messages).map((it) -> it.texts().get(Locale.ENGLISH).variables() != null)
			.containsExactly(false, true);
	}

	@Test
	void otherContentsAreACategoryBehindTheFile() {
		this.contents = account(approved(1, "Hi"), approved(2, "Hello"));
		assertThat(catalogue("Approved").get().render(contextFor(null), (template) -> true)).containsExactly(
				new Category("Openers", List.of(new Template("Hi", true))),
				new Category("Approved", List.of(new Template("Hello", true))));
		assertThat(catalogue(" ").get().entries()).hasSize(1);
	}

	@Test
	void catalogueIsMadeAnewWhenTheContentsChange(CapturedOutput output) throws IOException {
		this.contents = account(approved(1, "Hi"));
		LiveCatalogue catalogue = catalogue(null);
		Catalogue first = catalogue.get();
		assertThat(catalogue.get()).isSameAs(first);
		assertThat(templates(first)).containsExactly(new Template("Hi", true));

		for (int i = 0; i < 2; i++) {
			this.contents = account(content(1, "hi", "en", Approval.PAUSED, Map.of(), "Hi"));
			assertThat(templates(catalogue.get())).containsExactly(new Template("Hi", null));
		}
		assertThat(output.getOut().split("is paused by WhatsApp", -1)).hasSize(2);
		assertThat(catalogue.get().warnings()).singleElement().asString().contains("is paused by WhatsApp");

		this.file = TestCatalogue.templates(this.folder, "content: Bye").read();
		assertThat(templates(catalogue.get())).containsExactly(new Template("Bye", null));
	}

	@Test
	void contentThatIsNotOfferedIsARemark() {
		this.contents = account(approved(1, "Hi"), approved(2, "Hello {{1}}"));
		assertThat(catalogue("Approved").get().remarks()).singleElement().asString().contains("its variable 1 has no");
	}

	private LiveCatalogue catalogue(@Nullable String category) {
		return new LiveCatalogue(() -> this.file, () -> this.contents,
				new ContentSettings(true, Duration.ofMinutes(10), category, Map.of()), Locale.ENGLISH);
	}

	private static List<Template> templates(Catalogue catalogue) {
		return catalogue.render(contextFor(null), (template) -> true).get(0).templates();
	}

}
