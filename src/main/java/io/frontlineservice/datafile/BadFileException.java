package io.frontlineservice.datafile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A data file is invalid. The message says where and why. It never quotes the file, so it
 * may be logged.
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

	/** Combines all problems of a file into one exception. */
	public static BadFileException of(List<BadFileException> errors) {
		return new BadFileException(
				errors.stream().flatMap((error) -> error.problems.stream()).collect(Collectors.toList()));
	}

	/** All problems, one by one. */
	public List<String> problems() {
		return this.problems;
	}

}
