package io.frontlineservice.crm.owner;

/** Who may see the customers without an owner. Part of adapters' settings. */
public enum WithoutOwner {

	/** Only workers who may see all customers. */
	NOBODY,

	/** Every worker. */
	EVERYONE

}
