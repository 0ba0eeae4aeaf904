package io.frontlineservice.template;

import static io.frontlineservice.template.TestContexts.contextFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * The catalogue is reloaded when its file changes, and kept while the file is invalid.
 */
@ExtendWith(OutputCaptureExtension.class)
class CatalogueFileTests {

	@TempDir
	private Path folder;

	private Path path;

	private ReloadingFile<Catalogue> watched;

	@BeforeEach
	void write() throws IOException {
		this.path = TestCatalogue.templates(this.folder, "content: Hi").path();
	}

	@Test
	void validChangeIsUsed() throws IOException {
		try (CatalogueFile file = open()) {
			assertThat(messages(file)).containsExactly("Hi");
			change("content: Hello there", "content: Bye");
			assertThat(messages(file)).containsExactly("Hello there", "Bye");
			assertThat(file.changeNotInUse()).isNull();
		}
	}

	@Test
	void invalidChangeIsReportedUntilItIsFixed(CapturedOutput output) throws IOException {
		try (CatalogueFile file = open()) {
			change("content: Hello", "content: Hi {{Nmae}}");
			assertThat(messages(file)).containsExactly("Hi");
			assertThat(file.changeNotInUse()).startsWith("line 4, column 14: there is no value {{Nmae}}");
			assertThat(output.getOut()).containsOnlyOnce("line 4, column 14: there is no value {{Nmae}}");
			change("content: Hello you");
			assertThat(messages(file)).containsExactly("Hello you");
			assertThat(file.changeNotInUse()).isNull();
		}
	}

	@Test
	void aFileThatIsGoneKeepsTheCatalogueAsWell() throws IOException {
		try (CatalogueFile file = open()) {
			Files.delete(this.path);
			settle();
			assertThat(messages(file)).containsExactly("Hi");
			assertThat(file.changeNotInUse()).isNotBlank();
		}
	}

	@Test
	void whatIsAmissInACatalogueThatCanBeUsedIsLogged(CapturedOutput output) throws IOException {
		try (CatalogueFile file = open()) {
			change("content: " + "x".repeat(1_601));
			assertThat(file.changeNotInUse()).isNull();
			assertThat(output.getOut())
				.containsOnlyOnce("In the templates file, line 3, column 14: this message is longer");
		}
	}

	@Test
	void textsWithoutALanguageAreInTheDefaultOne() throws IOException {
		try (CatalogueFile file = CatalogueFile
			.of(CatalogueFile.watched(location(), Duration.ofDays(1), Locale.FRENCH))) {
			assertThat(file.catalogue().languages()).containsExactly(Locale.FRENCH);
		}
	}

	@Test
	void aBadFileAtTheStartIsRefused() throws IOException {
		TestCatalogue.templates(this.folder, "content: {}");
		assertThatExceptionOfType(BadFileException.class).isThrownBy(this::open).withMessageContaining("no content");
	}

	@Test
	void withoutAFileThereAreNoTemplates() {
		try (CatalogueFile file = CatalogueFile.none()) {
			assertThat(messages(file)).isEmpty();
			assertThat(file.changeNotInUse()).isNull();
		}
	}

	private CatalogueFile open() {
		this.watched = CatalogueFile.watched(location(), Duration.ofDays(1), Locale.ENGLISH);
		return CatalogueFile.of(this.watched);
	}

	private FileLocation location() {
		return FileLocation.of(this.path.toString());
	}

	private void change(String... templates) throws IOException {
		TestCatalogue.templates(this.folder, templates);
		settle();
	}

	private void settle() {
		this.watched.look();
		this.watched.look();
	}

	private static List<String> messages(CatalogueFile file) {
		return file.catalogue()
			.render(contextFor(null), (template) -> true)
			.stream()
			.flatMap((category) -> category.templates().stream())
			.map(Template::content)
			.toList();
	}

}
