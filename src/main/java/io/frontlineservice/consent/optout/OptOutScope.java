package io.frontlineservice.consent.optout;

/** What an opt-out covers. */
enum OptOutScope {

	/** All channels and senders. */
	ALL,

	/** The sender that the person wrote to; everything if that is unknown. */
	SENDER

}
