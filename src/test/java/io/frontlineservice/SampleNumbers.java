package io.frontlineservice;

/** Numbers of some of the sandbox's customers, and one of an unknown customer. */
public final class SampleNumbers {

	/** Lina Berg, customer 1001, owned by Ada. */
	public static final String LINA = "+14155550101";

	/** José Nuñez, customer 1002, owned by Ben. */
	public static final String JOSE = "+13055550133";

	/** Marcus Lindqvist, customer 1003, owned by Ada. */
	public static final String MARCUS = "+15035550118";

	/**
	 * Grant Oyelaran, customer 1032. The CRM spells the owner, Ada,
	 * Ada.Okafor@example.com.
	 */
	public static final String GRANT = "+13035550109";

	/** A number that is not in the CRM. */
	public static final String STRANGER = "+12025550143";

	private SampleNumbers() {
	}

}
