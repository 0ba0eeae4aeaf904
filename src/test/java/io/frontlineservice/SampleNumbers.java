package io.frontlineservice;

/** From which numbers the sandbox's customers write, and one more. Used by tests. */
public final class SampleNumbers {

	/** Lina Berg's, customer 1001, whose worker is Ada. */
	public static final String LINA = "+14155550101";

	/** José Nuñez's, customer 1002, whose worker is Ben. */
	public static final String JOSE = "+13055550133";

	/** Marcus Lindqvist's, customer 1003, whose worker is Ada. */
	public static final String MARCUS = "+15035550118";

	/**
	 * Grant Oyelaran's, customer 1032, whose worker the CRM spells
	 * Ada.Okafor@example.com.
	 */
	public static final String GRANT = "+13035550109";

	/** Of nobody the CRM knows. */
	public static final String STRANGER = "+12025550143";

	private SampleNumbers() {
	}

}
