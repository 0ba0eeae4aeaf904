package io.frontlineservice.twilio.rest;

/**
 * What an error of Twilio means for this service. Set by {@link TwilioErrorException} for
 * every error.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error and warning
 * dictionary</a>
 */
enum ErrorKind {

	/** The resource does not exist, or the conversation is closed. */
	GONE,

	/** The participant to add is already there. */
	ALREADY_THERE,

	/** The worker is in too many conversations. */
	WORKER_FULL,

	/** There are too many calls. */
	TOO_MANY,

	/** Twilio refuses the credentials or the account. */
	CREDENTIALS,

	/** The response names another account than the configured one. */
	OTHER_ACCOUNT,

	/** The same call may succeed later. */
	TEMPORARY,

	/** The same call will never succeed. */
	PERMANENT;

	/**
	 * Returns what an error means. Twilio documents 50377 for changes of a closed
	 * conversation, but no code for changes of its participants; if that is another code,
	 * it counts as {@link #PERMANENT}.
	 * @param status the HTTP status
	 * @param code Twilio's error code; 0 if the response has none
	 */
	static ErrorKind of(int status, int code) {
		if (status < 400 || status >= 500) {
			return (code == 20429) ? TOO_MANY : TEMPORARY;
		}
		return switch (code) {
			// Unknown resource, user, conversation, participant.
			case 20404, 50200, 50350, 50430, 50432 -> GONE;
			// The conversation is closed.
			case 50377 -> GONE;
			// Same identity; in a group, same identity and projected address.
			case 50433, 50437 -> ALREADY_THERE;
			case 50214 -> WORKER_FULL;
			case 20429 -> TOO_MANY;
			// Wrong, suspended, without funds, without permission.
			case 20003, 20005, 20403, 10001, 70051 -> CREDENTIALS;
			// Initializing; concurrent change.
			case 50386, 50391 -> TEMPORARY;
			// Address in use, invalid address, too many participants, not a group.
			case 50407, 50416, 50417, 50422, 50435 -> PERMANENT;
			// Unknown content; content that Conversations cannot send.
			case 50526, 50542 -> PERMANENT;
			default -> byStatus(status, code);
		};
	}

	private static ErrorKind byStatus(int status, int code) {
		return switch (status) {
			case 401 -> CREDENTIALS;
			case 429 -> TOO_MANY;
			// Timeout, concurrent change, lock: the job reads the resource again and
			// retries.
			case 408, 409, 412, 423, 425 -> TEMPORARY;
			// Without a code, a server between Twilio and this service may have sent it.
			case 404 -> (code != 0) ? GONE : TEMPORARY;
			default -> (code != 0) ? PERMANENT : TEMPORARY;
		};
	}

}
