package io.frontlineservice.sandbox.crm;

/** What can be wrong with a pretend CRM as a whole. Applied by {@link CrmServer}. */
public enum CrmFault {

	/** Each answer is late: see {@link CrmFaults#delay}. */
	SLOW,

	/** Requests are accepted, but not answered until the fault ends. */
	SILENT,

	/** Connections are closed without an answer. */
	DEAD,

	/** Each request exceeds the rate limit. */
	RATE_LIMITED

}
