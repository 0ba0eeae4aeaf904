package io.frontlineservice.conversation.gateway;

/**
 * Whether a worker uses Frontline and takes new conversations.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/frontline-user-resource">Frontline
 * User resource</a>
 */
public enum WorkerStatus {

	/** Takes new conversations now. */
	AVAILABLE,

	/** Does not take new conversations now. */
	UNAVAILABLE,

	/** May no longer use Frontline. */
	DEACTIVATED,

	/** Has never signed in to Frontline, or has another spelling there. */
	UNKNOWN

}
