package io.frontlineservice.sandbox.pretend.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error of Twilio's REST API. Thrown by whatever breaks a rule, answered by
 * {@code RestApi}. Of most codes only the number is documented: which HTTP status goes
 * with it is guessed, and so is every number that is marked so here.
 */
public final class RestProblem extends RuntimeException {

	private final int status;

	private final int code;

	private final @Nullable String retryAfter;

	private RestProblem(int status, int code, String message, @Nullable String retryAfter) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
		this.retryAfter = retryAfter;
	}

	private RestProblem(int status, int code, String message) {
		this(status, code, message, null);
	}

	public static RestProblem unauthorized() {
		return new RestProblem(401, 20003, "Authenticate");
	}

	public static RestProblem notFound(String path) {
		return new RestProblem(404, 20404, "The requested resource " + path + " was not found");
	}

	/** Of everything below a conversation; the conversation itself is 20404. */
	public static RestProblem conversationNotFound() {
		return new RestProblem(404, 50350, "Conversation not found");
	}

	/** What Twilio answers to a parameter that is too long or not JSON is guessed. */
	public static RestProblem invalid(String message) {
		return new RestProblem(400, 20001, message);
	}

	public static RestProblem invalidAddress() {
		return new RestProblem(400, 50407, "Invalid messaging binding address");
	}

	public static RestProblem alreadyParticipant() {
		return new RestProblem(409, 50433, "User already a participant of conversation");
	}

	public static RestProblem bindingTaken() {
		return new RestProblem(409, 50416, "A binding for this participant and proxy address already exists");
	}

	public static RestProblem tooManyConversations() {
		return new RestProblem(400, 50214, "User is a participant of too many conversations");
	}

	public static RestProblem groupNeedsProjectedAddress() {
		return new RestProblem(400, 50435, "A participant of a group MMS needs its projected address");
	}

	public static RestProblem initializing() {
		return new RestProblem(409, 50386, "Conversation is initializing");
	}

	/** That participants' changes are refused by the same number is guessed. */
	public static RestProblem closed() {
		return new RestProblem(400, 50377, "Conversation is closed");
	}

	public static RestProblem rejectedByWebhook() {
		return new RestProblem(400, 50056, "The change was rejected by the pre-event webhook");
	}

	public static RestProblem tooManyRequests(@Nullable String retryAfter) {
		return new RestProblem(429, 20429, "Too Many Requests", retryAfter);
	}

	/** Twilio's number for it. */
	public int code() {
		return this.code;
	}

	public Reply reply() {
		return Reply.error(this.status, this.code, String.valueOf(getMessage())).withRetryAfter(this.retryAfter);
	}

}
