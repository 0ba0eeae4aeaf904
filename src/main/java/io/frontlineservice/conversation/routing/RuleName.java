package io.frontlineservice.conversation.routing;

import java.util.Locale;

/**
 * The rules that choose the worker for a conversation. Their order is configured by
 * {@code frontline.routing.rules}.
 */
public enum RuleName {

	/** The worker who was last in a conversation with this customer. */
	LAST_TALKED,

	/** The worker who owns the number that the customer wrote to. */
	NUMBER_OWNER,

	/** The worker who owns the customer in the CRM. */
	CRM_OWNER,

	/** The available member of a team with the oldest turn. */
	POOL,

	/** The worker who takes conversations that no other rule assigns. */
	DEFAULT_WORKER;

	/** Returns the name as it is configured. */
	String configured() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
