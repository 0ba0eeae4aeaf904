package io.frontlineservice.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A file of the configuration cannot be read. Thrown by {@link ConfigurationFiles},
 * explained by {@link UnreadableConfigurationAnalyzer}. The message is one line: the file
 * as it was tried, the position, and the problem. It quotes no value of the file.
 */
final class UnreadableConfigurationException extends RuntimeException {

	UnreadableConfigurationException(String file, String problem, @Nullable Throwable cause) {
		super(file + ": " + problem, cause);
	}

	UnreadableConfigurationException(String file, int line, int column, String problem, @Nullable Throwable cause) {
		this(file + ", line " + line + ", column " + column, problem, cause);
	}

}
