package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Invalid template settings are reported before the start. */
class TemplateCheckTests {

	private static final String LOCATION = "frontline.templates.location";

	@TempDir
	private Path folder;

	private final MockEnvironment environment = new MockEnvironment();

	@Test
	void missingSettingsAreValid() {
		assertThat(findings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "default-language, xx, must be a language tag such as en or pt-BR",
			"default-language, english please, must be a language tag such as en or pt-BR",
			"default-time-zone, Berlin, must be a time zone such as Europe/Berlin",
			"default-time-zone, Mars/Olympus, must be a time zone such as Europe/Berlin",
			"default-time-zone, europe/berlin, must be a time zone such as Europe/Berlin",
			"default-time-zone, +25:00, must be a time zone such as Europe/Berlin",
			"reload-interval, 0s, must be 10ms or more",
			"reload-interval, soon, must be a duration such as 2s or 500ms" })
	void invalidSettingIsAFinding(String name, String value, String problem) {
		this.environment.setProperty("frontline.templates." + name, value);
		assertThat(findings()).containsExactly(new Finding("frontline.templates." + name, problem));
	}

	@ParameterizedTest
	@CsvSource({ "default-language, German", "default-language, de_AT", "default-language, ''", "default-time-zone, ''",
			"default-time-zone, ' '", "default-time-zone, Europe/Berlin",
			"default-time-zone, America/Argentina/Buenos_Aires", "default-time-zone, UTC" })
	void validSettingIsNotAFinding(String name, String value) {
		this.environment.setProperty("frontline.templates." + name, value);
		assertThat(findings()).isEmpty();
	}

	@Test
	void everyErrorInTheCatalogueIsAFinding() throws IOException {
		this.environment.setProperty(LOCATION,
				TestCatalogue.templates(this.folder, "content: Hi {{Nmae}}", "content: Hi", "content: {}")
					.path()
					.toString());
		assertThat(findings()).extracting(Finding::key).containsExactly(LOCATION, LOCATION);
		assertThat(findings()).extracting(Finding::problem)
			.satisfiesExactly(
					(it) -> assertThat(it).startsWith("names a file that cannot be used: line 3, column 14: there is"),
					(it) -> assertThat(it)
						.startsWith("names a file that cannot be used: line 1, column 3: a template"));
	}

	@Test
	void catalogueIsCheckedWithTheDefaultLanguage() throws IOException {
		this.environment.setProperty(LOCATION,
				TestCatalogue.templates(this.folder, "content: \"{{Greeting}}\"").path().toString());
		assertThat(findings()).isEmpty();
		this.environment.setProperty("frontline.templates.default-language", "ja");
		assertThat(findings()).singleElement()
			.extracting(Finding::problem)
			.asString()
			.contains("no {{Greeting}} in this language");
	}

	private List<Finding> findings() {
		return new TemplateCheck().findings(this.environment);
	}

}
