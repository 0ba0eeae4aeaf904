package io.frontlineservice.sandbox.page;

/**
 * What can be broken on the page. Named in its URLs, and switched by
 * {@link FaultSwitches}.
 */
enum FaultSwitch {

	/** Callbacks come with a signature that is none. */
	WRONG_SIGNATURE,

	/** Callbacks are signed by a shared key in place of the auth token. */
	SIGNED_BY_KEY,

	/** The CRM takes its time over every question. */
	SLOW_CRM,

	/** The CRM answers nothing. */
	DEAD_CRM,

	/** Twilio answers every REST call with 429. */
	TWILIO_BUSY,

	/** Twilio answers every REST call with 500. */
	TWILIO_DOWN,

	/** Every event is delivered twice. */
	DELIVERED_TWICE;

	/** Whether it needs this service's CRM or key, which another server does not have. */
	boolean isOfThisService() {
		return this == SLOW_CRM || this == DEAD_CRM || this == SIGNED_BY_KEY;
	}

}
