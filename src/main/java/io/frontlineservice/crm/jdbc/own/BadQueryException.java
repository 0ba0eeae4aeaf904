package io.frontlineservice.crm.jdbc.own;

/**
 * A query cannot be understood. Thrown by {@link QueryTemplate}; the message follows the
 * name of its setting.
 */
final class BadQueryException extends RuntimeException {

	BadQueryException(String message) {
		super(message);
	}

}
