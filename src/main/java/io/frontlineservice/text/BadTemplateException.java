package io.frontlineservice.text;

/**
 * Thrown by {@link MessageTemplate} if a text with placeholders is invalid. The message
 * gives the reason and quotes at most the name of a placeholder.
 */
public final class BadTemplateException extends RuntimeException {

	BadTemplateException(String message) {
		super(message);
	}

}
