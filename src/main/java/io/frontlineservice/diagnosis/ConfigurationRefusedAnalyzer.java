package io.frontlineservice.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains what is wrong with the configuration and how to fix it, without a stack trace.
 * Called by Spring Boot.
 */
final class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefusedException> {

	private static final String FIX_FILES = """
			Fix the file, or name another file in the setting. Then start the service again.
			""";

	private static final String FIX_SETTINGS = """
			Fix these settings in application.yml, or in the environment: there, frontline.public-url is
			FRONTLINE_PUBLIC_URL. application.yml.example shows all settings.

			""";

	private static final String NEW_HERE = """
			New here? The sandbox needs no configuration, and has sample customers:

			    java -jar frontline-integration-service.jar sandbox
			""";

	private static final String IN_SANDBOX = """
			The sandbox needs no configuration, but application.yml and the environment override its own settings. To
			start it with its own, remove these settings, or start it in a folder without application.yml.
			""";

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationRefusedException cause) {
		List<Finding> findings = cause.findings();
		String list = findings.stream()
			.map((finding) -> "  * " + finding.key() + " " + finding.problem())
			.collect(Collectors.joining(System.lineSeparator()));
		boolean onlyFiles = findings.stream().allMatch(Finding::inFile);
		return new FailureAnalysis(heading(findings) + System.lineSeparator() + System.lineSeparator() + list,
				onlyFiles ? FIX_FILES : FIX_SETTINGS + (cause.inSandbox() ? IN_SANDBOX : NEW_HERE), cause);
	}

	private static String heading(List<Finding> findings) {
		if (findings.stream().allMatch(Finding::inFile)) {
			boolean several = findings.stream().map(Finding::key).distinct().count() > 1;
			return several ? "These files cannot be used:" : "A file cannot be used:";
		}
		return findings.stream().allMatch(Finding::isMissing) ? "The configuration is not complete:"
				: "The configuration is invalid:";
	}

}
