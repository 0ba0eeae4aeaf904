package io.frontlineservice.text;

import java.util.Collection;
import java.util.List;

/**
 * Thrown by {@link MessageTemplate} if a text with placeholders is invalid. The message
 * gives the reasons and quotes at most the names of placeholders.
 */
public final class BadTemplateException extends RuntimeException {

	private final List<String> problems;

	BadTemplateException(String problem) {
		this(List.of(problem));
	}

	BadTemplateException(Collection<String> problems) {
		super(String.join("; ", problems));
		this.problems = List.copyOf(problems);
	}

	/** All problems of the text, one by one. */
	public List<String> problems() {
		return this.problems;
	}

}
