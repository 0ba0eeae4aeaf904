package io.frontlineservice.sandbox.page;

/**
 * The faults that the page can switch on. Their names are part of its URLs. Switched by
 * {@link FaultSwitches}.
 */
enum FaultSwitch {

	/** Callbacks have an invalid signature. */
	WRONG_SIGNATURE,

	/** Callbacks are signed by a shared key instead of the auth token. */
	SIGNED_BY_KEY,

	/** The CRM answers late. */
	SLOW_CRM,

	/** The CRM answers nothing. */
	DEAD_CRM,

	/** The CRM's rate limit is used up. */
	LIMITED_CRM,

	/** Twilio answers every REST call with 429. */
	TWILIO_BUSY,

	/** Twilio answers every REST call with 500. */
	TWILIO_DOWN,

	/** Every event is delivered twice. */
	DELIVERED_TWICE,

	/** The 24-hour windows of WhatsApp are over. */
	WINDOW_CLOSED,

	/** No customer's number is on WhatsApp. */
	NOT_ON_WHATSAPP;

	/**
	 * Whether it needs the CRM or key of this service, which another server does not
	 * have.
	 */
	boolean isOfThisService() {
		return switch (this) {
			case SLOW_CRM, DEAD_CRM, LIMITED_CRM, SIGNED_BY_KEY -> true;
			case WRONG_SIGNATURE, TWILIO_BUSY, TWILIO_DOWN, DELIVERED_TWICE, WINDOW_CLOSED, NOT_ON_WHATSAPP -> false;
		};
	}

}
