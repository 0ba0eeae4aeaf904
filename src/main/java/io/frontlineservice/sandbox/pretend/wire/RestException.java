package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error of Twilio's REST API. Thrown by whatever breaks a rule, answered by
 * {@code RestApi}. Of most codes only the number is documented: which HTTP status goes
 * with it is guessed, and so is every number that is marked so here.
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

	/** Of everything below a conversation; the conversation itself is 20404. */
	public static RestException conversationNotFound() {
		return new RestException(404, 50350, "Conversation not found");
	}

	/** What Twilio answers to a parameter that is too long or not JSON is guessed. */
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

	/** That participants' changes are refused by the same number is guessed. */
	public static RestException closed() {
		return new RestException(400, 50377, "Conversation is closed");
	}

	public static RestException rejectedByWebhook() {
		return new RestException(400, 50056, "The change was rejected by the pre-event webhook");
	}

	public static RestException tooManyRequests(@Nullable String retryAfter) {
		return new RestException(429, 20429, "Too Many Requests", retryAfter);
	}

	/** Twilio's number for it. */
	public int code() {
		return this.code;
	}

	public Reply reply() {
		return Reply.error(this.status, this.code, String.valueOf(getMessage())).withRetryAfter(this.retryAfter);
	}

}
