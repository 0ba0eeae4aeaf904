package io.frontlineservice.crm.mapping;

/**
 * A record cannot become a customer, because it has no usable id. Thrown by
 * {@link CustomerMapper}; its message says why, in words that follow a position or a row
 * and never quote a value.
 */
public final class UnusableRecordException extends RuntimeException {

	UnusableRecordException(String message) {
		super(message);
	}

}
