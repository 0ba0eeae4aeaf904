package io.frontlineservice.text;

/**
 * A text with placeholders is not what it should be. Thrown by {@link MessageTemplate};
 * its message says why and quotes no more than the name of a placeholder.
 */
public final class BadTemplateException extends RuntimeException {

	BadTemplateException(String message) {
		super(message);
	}

}
