package io.frontlineservice.diagnosis;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.logging.LoggingSystemProperty;

/**
 * Prints why the start failed, in lines that a person can read, if the log is JSON.
 * Called by Spring Boot, in addition to its own reporter, which logs it.
 */
final class PlainFailureReporter implements FailureAnalysisReporter {

	@Override
	public void report(FailureAnalysis analysis) {
		// Spring Boot sets this property when it has read the settings of the log.
		if (System.getProperty(LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName()) != null) {
			System.err.println(System.lineSeparator() + analysis.getDescription() + System.lineSeparator()
					+ System.lineSeparator() + analysis.getAction());
		}
	}

}
