package io.frontlineservice.crm.jdbc.managed;

/**
 * Thrown when the tables of this service cannot be used, and trying again would not help.
 * The message says why, and the fix what the operator can do.
 */
public final class SchemaRefusedException extends RuntimeException {

	private final String fix;

	SchemaRefusedException(String problem, String fix, Throwable cause) {
		super(problem, cause);
		this.fix = fix;
	}

	SchemaRefusedException(String problem, String fix) {
		super(problem);
		this.fix = fix;
	}

	/** Returns what the operator can do. */
	public String fix() {
		return this.fix;
	}

}
