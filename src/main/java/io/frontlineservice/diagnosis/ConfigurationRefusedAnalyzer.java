package io.frontlineservice.diagnosis;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains what is wrong with the configuration and how to fix it, without a stack trace.
 * Called by Spring Boot.
 */
final class ConfigurationRefusedAnalyzer extends AbstractFailureAnalyzer<ConfigurationRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationRefusedException cause) {
		String findings = cause.findings()
			.stream()
			.map((finding) -> "  * " + finding.key() + " " + finding.problem())
			.collect(Collectors.joining(System.lineSeparator()));
		return new FailureAnalysis(
				"The configuration is not complete:" + System.lineSeparator() + System.lineSeparator() + findings, """
						Fix these settings in application.yml, or in the environment: there, frontline.public-url is
						FRONTLINE_PUBLIC_URL. application.yml.example shows all settings.

						New here? The sandbox needs no configuration, and has sample customers:

						    java -jar frontline-integration-service.jar --spring.profiles.active=sandbox
						""", cause);
	}

}
