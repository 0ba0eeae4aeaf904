package io.frontlineservice.sandbox.page;

/** How the sandbox's CRM is. Changed by {@link Troubles}, obeyed by {@link MoodyCrm}. */
enum CrmMood {

	WELL,

	/** It takes its time over every question. */
	SLOW,

	/** It answers nothing. */
	DEAD

}
