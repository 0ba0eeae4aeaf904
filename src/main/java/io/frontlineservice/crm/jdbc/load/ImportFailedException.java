package io.frontlineservice.crm.jdbc.load;

/**
 * An import cannot go on. The message is for operators: it says why, and quotes neither a
 * customer nor the driver.
 */
final class ImportFailedException extends RuntimeException {

	ImportFailedException(String message) {
		super(message);
	}

	ImportFailedException(String message, Throwable cause) {
		super(message, cause);
	}

}
