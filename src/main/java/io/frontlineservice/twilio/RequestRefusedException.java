package io.frontlineservice.twilio;

/**
 * A request is refused by its headers alone. Thrown below {@link SignatureFilter}, which
 * answers and reports it.
 */
final class RequestRefusedException extends RuntimeException {

	private final Refusal refusal;

	private final String keyId;

	RequestRefusedException(Refusal refusal) {
		this(refusal, "");
	}

	/** A refusal because of a shared key, of which this is the id. */
	RequestRefusedException(Refusal refusal, String keyId) {
		super(refusal.tag(), null, false, false);
		this.refusal = refusal;
		this.keyId = keyId;
	}

	Refusal refusal() {
		return this.refusal;
	}

	/** The id of the shared key that the request names; empty if it names none. */
	String keyId() {
		return this.keyId;
	}

}
