package io.frontlineservice.conversation.gateway;

/**
 * How a worker can be reached in Frontline.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/frontline-user-resource">Frontline
 * User resource</a>
 */
public enum WorkerStatus {

	/** Takes new conversations now. */
	AVAILABLE,

	/** Does not take new conversations now. */
	UNAVAILABLE,

	/** May not use Frontline any more. */
	DEACTIVATED,

	/** Has never signed in to Frontline, or is spelled otherwise there. */
	UNKNOWN

}
