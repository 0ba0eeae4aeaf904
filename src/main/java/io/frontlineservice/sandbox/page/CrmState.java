package io.frontlineservice.sandbox.page;

/**
 * How the sandbox's CRM is. Changed by {@link FaultSwitches}, obeyed by
 * {@link FaultyCrm}.
 */
enum CrmState {

	HEALTHY,

	/** It takes its time over every question. */
	SLOW,

	/** It answers nothing. */
	DOWN

}
