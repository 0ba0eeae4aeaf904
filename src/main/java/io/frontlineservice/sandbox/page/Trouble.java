package io.frontlineservice.sandbox.page;

/**
 * What can be broken on the page. Named in its URLs, and switched by {@link Troubles}.
 */
enum Trouble {

	/** Callbacks come with a signature that is none. */
	WRONG_SIGNATURE,

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

	/** Whether it is about this service's CRM, which another server does not ask. */
	boolean isInTheCrm() {
		return this == SLOW_CRM || this == DEAD_CRM;
	}

}
