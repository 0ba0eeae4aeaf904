package io.frontlineservice.diagnosis;

import java.util.List;

/**
 * The configuration is invalid. Thrown by {@link StartCheck}, explained by
 * {@link ConfigurationRefusedAnalyzer}.
 */
final class ConfigurationRefusedException extends RuntimeException {

	private final transient List<Finding> findings;

	ConfigurationRefusedException(List<Finding> findings) {
		super("The configuration has " + findings.size() + " problems");
		this.findings = List.copyOf(findings);
	}

	List<Finding> findings() {
		return this.findings;
	}

}
