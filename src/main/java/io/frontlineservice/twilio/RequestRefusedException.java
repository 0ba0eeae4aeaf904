package io.frontlineservice.twilio;

/**
 * A request is refused because nothing proves that Twilio signed it for this service and
 * its account. {@link SignatureFilter} answers and reports it.
 */
final class RequestRefusedException extends RuntimeException {

	private final Refusal refusal;

	private final String keyId;

	RequestRefusedException(Refusal refusal) {
		this(refusal, "");
	}

	/** Creates a refusal because of the shared key with this id. */
	RequestRefusedException(Refusal refusal, String keyId) {
		super(refusal.tag(), null, false, false);
		this.refusal = refusal;
		this.keyId = keyId;
	}

	Refusal refusal() {
		return this.refusal;
	}

	/** Returns the id of the shared key that the request names; or empty. */
	String keyId() {
		return this.keyId;
	}

}
