package io.frontlineservice.conversation.routing;

import java.util.Locale;

/**
 * The rules by which conversations find their workers. Put in order by
 * {@code frontline.routing.rules}.
 */
public enum RuleName {

	/** The worker who was last in a conversation with this customer. */
	LAST_TALKED,

	/** The worker whose own number the customer wrote to. */
	NUMBER_OWNER,

	/** The worker whose customer this is, according to the CRM. */
	CRM_OWNER,

	/** The worker of a team who is available and has waited longest. */
	POOL,

	/** The worker who takes what nobody else does. */
	DEFAULT_WORKER;

	/** The name as it is configured. */
	String configured() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
