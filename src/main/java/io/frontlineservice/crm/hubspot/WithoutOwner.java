package io.frontlineservice.crm.hubspot;

/** Who may see the contacts without an owner. Part of {@link HubSpotSettings}. */
enum WithoutOwner {

	/** Only workers who may see all customers. */
	NOBODY,

	/** Every worker. */
	EVERYONE

}
