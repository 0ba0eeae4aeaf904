package io.frontlineservice.conformance;

/**
 * A server did not do what a {@link Check} expects. Its texts contain no id, name, number
 * or other value of a customer.
 */
final class CheckFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String expected;

	private final String received;

	CheckFailedException(String expected, String received) {
		super(expected);
		this.expected = expected;
		this.received = received;
	}

	/** Throws this exception unless the condition holds. */
	static void unless(boolean holds, String expected, String received) {
		if (!holds) {
			throw new CheckFailedException(expected, received);
		}
	}

	String expected() {
		return this.expected;
	}

	String received() {
		return this.received;
	}

}
