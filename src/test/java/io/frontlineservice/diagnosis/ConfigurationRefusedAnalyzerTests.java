package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The heading of a refused start fits what is wrong. */
class ConfigurationRefusedAnalyzerTests {

	private static final Finding MISSING = new Finding("frontline.public-url", "is missing: set it to the URL");

	private static final Finding INVALID = new Finding("frontline.visibility", "must be one of owner, team, everyone");

	private static final Finding FILE = new Finding("frontline.crm.file.location", "names a file: line 3: this")
		.causedByFile();

	@Test
	void configurationWithOnlyMissingSettingsIsNotComplete() {
		FailureAnalysis analysis = analysis(MISSING);
		assertThat(analysis.getDescription()).startsWith("The configuration is not complete:")
			.endsWith("  * frontline.public-url is missing: set it to the URL");
		assertThat(analysis.getAction()).contains("Fix these settings", "New here?");
	}

	@Test
	void configurationWithAnInvalidSettingIsInvalid() {
		assertThat(analysis(INVALID).getDescription()).startsWith("The configuration is invalid:");
		assertThat(analysis(MISSING, INVALID, FILE).getDescription()).startsWith("The configuration is invalid:")
			.contains("* frontline.public-url", "* frontline.visibility", "* frontline.crm.file.location");
	}

	@Test
	void unusableFileIsNotCalledAConfiguration() {
		FailureAnalysis analysis = analysis(FILE, FILE.withHint("; a hint"));
		assertThat(analysis.getDescription()).startsWith("A file cannot be used:").contains("this; a hint");
		assertThat(analysis.getAction()).contains("Fix the file").doesNotContain("New here?", "these settings");
	}

	@Test
	void sandboxIsNotProposedInTheSandbox() {
		FailureAnalysis analysis = new ConfigurationRefusedAnalyzer()
			.analyze(new ConfigurationRefusedException(List.of(INVALID), true));
		assertThat(analysis.getAction()).contains("Fix these settings", "override its own settings")
			.doesNotContain("New here?");
	}

	private static FailureAnalysis analysis(Finding... findings) {
		FailureAnalysis analysis = new ConfigurationRefusedAnalyzer()
			.analyze(new ConfigurationRefusedException(List.of(findings), false));
		assertThat(analysis).isNotNull();
		return analysis;
	}

}
