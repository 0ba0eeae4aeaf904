package io.frontlineservice.diagnosis;

import java.util.List;

/**
 * The configuration is invalid. Thrown by {@link StartCheck}, explained by
 * {@link ConfigurationRefusedAnalyzer}.
 */
final class ConfigurationRefusedException extends RuntimeException {

	private final transient List<Finding> findings;

	private final boolean inSandbox;

	/**
	 * Creates the exception.
	 * @param inSandbox whether the sandbox should start
	 */
	ConfigurationRefusedException(List<Finding> findings, boolean inSandbox) {
		super("The configuration has " + findings.size() + " problems");
		this.findings = List.copyOf(findings);
		this.inSandbox = inSandbox;
	}

	List<Finding> findings() {
		return this.findings;
	}

	boolean inSandbox() {
		return this.inSandbox;
	}

}
