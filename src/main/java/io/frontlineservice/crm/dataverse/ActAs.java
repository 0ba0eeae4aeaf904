package io.frontlineservice.crm.dataverse;

/** Whose rights decide what a worker finds. Part of {@link DataverseSettings}. */
enum ActAs {

	/** Those of the application user of the service, for all workers. */
	APPLICATION_USER,

	/** Those of the worker's own user: its security roles apply. */
	WORKER

}
