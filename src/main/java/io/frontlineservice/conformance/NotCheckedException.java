package io.frontlineservice.conformance;

/** A {@link Check} is impossible with the customers that the server has. */
final class NotCheckedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param reason what the server lacks, to complete "not checked:"
	 */
	NotCheckedException(String reason) {
		super(reason);
	}

}
