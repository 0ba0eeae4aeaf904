package io.frontlineservice.datafile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that people write is not what it should be. Its message says where and why, in
 * words that never quote the file, so that it may be logged.
 */
public class BadFileException extends RuntimeException {

	private final List<String> problems;

	public BadFileException(String message) {
		this(List.of(message));
	}

	public BadFileException(int line, int column, String reason) {
		this("line " + line + ", column " + column + ": " + reason);
	}

	private BadFileException(List<String> problems) {
		super(String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	/** All that is wrong with one file, in one exception. */
	public static BadFileException of(List<BadFileException> errors) {
		return new BadFileException(
				errors.stream().flatMap((error) -> error.problems.stream()).collect(Collectors.toList()));
	}

	/** Everything that is wrong, one by one. */
	public List<String> problems() {
		return this.problems;
	}

}
