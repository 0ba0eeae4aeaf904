package io.frontlineservice.crm.salesforce;

/** Whose rights decide what a worker finds. Part of {@link SalesforceSettings}. */
enum ActAs {

	/** Those of the user of the service, for all workers. */
	INTEGRATION_USER,

	/** Those of the worker's own user: the sharing rules of the org apply. */
	WORKER

}
