package io.frontlineservice.consent.optout;

/** Why workers may not write to a customer, according to the fields of the CRM. */
enum ConsentRefusal {

	/** The field for opt-outs says so. */
	OPTED_OUT,

	/** Consent is required, and the field for consent does not say that there is one. */
	NO_CONSENT

}
