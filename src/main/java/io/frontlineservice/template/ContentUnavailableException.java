package io.frontlineservice.template;

/**
 * The contents at Twilio cannot be read now. Thrown by {@link ContentLibrary}.
 */
public final class ContentUnavailableException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception.
	 * @param message the reason for operators, without customers' data
	 */
	public ContentUnavailableException(String message) {
		super(message, null, false, false);
	}

}
