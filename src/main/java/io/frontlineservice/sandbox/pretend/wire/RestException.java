package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error of Twilio's REST API. Answered by {@code RestApi}. Twilio documents the codes
 * but seldom their HTTP status, which is a guess, and so is each code that a comment
 * marks here.
 */
public final class RestException extends RuntimeException {

	private final int status;

	private final int code;

	private final @Nullable String retryAfter;

	private RestException(int status, int code, String message, @Nullable String retryAfter) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.retryAfter = retryAfter;
	}

	private RestException(int status, int code, String message) {
		this(status, code, message, null);
	}

	public static RestException unauthorized() {
		return new RestException(401, 20003, "Authenticate");
	}

	public static RestException notFound(String path) {
		return new RestException(404, 20404, "The requested resource " + path + " was not found");
	}

	/** The error below a conversation. The conversation itself answers 20404. */
	public static RestException conversationNotFound() {
		return new RestException(404, 50350, "Conversation not found");
	}

	/** The code for a parameter that is too long or not JSON is a guess. */
	public static RestException invalid(String message) {
		return new RestException(400, 20001, message);
	}

	public static RestException invalidAddress() {
		return new RestException(400, 50407, "Invalid messaging binding address");
	}

	public static RestException alreadyParticipant() {
		return new RestException(409, 50433, "User already a participant of conversation");
	}

	public static RestException bindingTaken() {
		return new RestException(409, 50416, "A binding for this participant and proxy address already exists");
	}

	public static RestException tooManyConversations() {
		return new RestException(400, 50214, "User is a participant of too many conversations");
	}

	public static RestException groupNeedsProjectedAddress() {
		return new RestException(400, 50435, "A participant of a group MMS needs its projected address");
	}

	public static RestException initializing() {
		return new RestException(409, 50386, "Conversation is initializing");
	}

	/** That changes of participants have the same code is a guess. */
	public static RestException closed() {
		return new RestException(400, 50377, "Conversation is closed");
	}

	/**
	 * The pre-event webhook answered with an error.
	 * @param reason why, if its answer says so
	 */
	public static RestException rejectedByWebhook(@Nullable String reason) {
		return new RestException(400, 50056,
				"The change was rejected by the pre-event webhook" + ((reason != null) ? ": " + reason : ""));
	}

	/** The content does not exist. */
	public static RestException invalidContent() {
		return new RestException(400, 50526, "Invalid Content SID");
	}

	public static RestException tooManyRequests(@Nullable String retryAfter) {
		return new RestException(429, 20429, "Too Many Requests", retryAfter);
	}

	/** Twilio's error code. */
	public int code() {
		return this.code;
	}

	public Reply reply() {
		return Reply.error(this.status, this.code, String.valueOf(getMessage())).withRetryAfter(this.retryAfter);
	}

}
