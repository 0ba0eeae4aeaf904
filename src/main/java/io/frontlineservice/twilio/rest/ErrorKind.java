package io.frontlineservice.twilio.rest;

/**
 * What an error of Twilio's means to us. Found for every error by
 * {@link TwilioErrorException}, and nowhere else.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error and warning
 * dictionary</a>
 */
enum ErrorKind {

	/** There is no such thing, or it is over. */
	GONE,

	/** What is to be added is there. */
	ALREADY_THERE,

	/** The worker is in too many conversations. */
	WORKER_FULL,

	/** Too many calls at once. */
	TOO_MANY,

	/** Neither our credentials nor our account are good for anything now. */
	CREDENTIALS,

	/** The answer is about another account than the configured one. */
	OTHER_ACCOUNT,

	/** The same call may succeed later. */
	TEMPORARY,

	/** The same call will never succeed. */
	PERMANENT;

	/**
	 * What an answer means. That a change to a closed conversation fails with 50377 is in
	 * Twilio's dictionary for changes of the conversation itself; for its participants no
	 * code is on record, so there it may be another, and then {@link #PERMANENT}.
	 * @param status the status of HTTP
	 * @param code Twilio's error code; 0 if the answer is none that Twilio would give
	 */
	static ErrorKind of(int status, int code) {
		if (status < 400 || status >= 500) {
			return (code == 20429) ? TOO_MANY : TEMPORARY;
		}
		return switch (code) {
			// No such resource, user, conversation, participant.
			case 20404, 50200, 50350, 50430, 50432 -> GONE;
			// The conversation is closed.
			case 50377 -> GONE;
			// The same identity; in a group, the same identity and projected address.
			case 50433, 50437 -> ALREADY_THERE;
			case 50214 -> WORKER_FULL;
			case 20429 -> TOO_MANY;
			// Wrong, suspended, without funds, without the permission.
			case 20003, 20005, 20403, 10001, 70051 -> CREDENTIALS;
			// Initializing; changed by somebody else at the same time.
			case 50386, 50391 -> TEMPORARY;
			// Addresses in use elsewhere, bad addresses, too many participants, no group.
			case 50407, 50416, 50417, 50422, 50435 -> PERMANENT;
			default -> byStatus(status, code);
		};
	}

	private static ErrorKind byStatus(int status, int code) {
		return switch (status) {
			case 401 -> CREDENTIALS;
			case 429 -> TOO_MANY;
			// Too slow; changed by another writer at the same time; locked for a moment:
			// the
			// job reads again what is there, and adds its own to it.
			case 408, 409, 412, 423, 425 -> TEMPORARY;
			// Without a code it may be from something between Twilio and us.
			case 404 -> (code != 0) ? GONE : TEMPORARY;
			default -> (code != 0) ? PERMANENT : TEMPORARY;
		};
	}

}
