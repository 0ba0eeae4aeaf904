package io.frontlineservice.sandbox.pretend.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The supported calls of Twilio's REST API. Dispatched by {@code RestApi}; tests select
 * them in faults.
 */
public enum RestCall {

	LIST_CONVERSATIONS("GET", "/v1/Conversations"),

	CREATE_CONVERSATION("POST", "/v1/Conversations"),

	FETCH_CONVERSATION("GET", "/v1/Conversations/*"),

	UPDATE_CONVERSATION("POST", "/v1/Conversations/*"),

	DELETE_CONVERSATION("DELETE", "/v1/Conversations/*"),

	LIST_PARTICIPANTS("GET", "/v1/Conversations/*/Participants"),

	ADD_PARTICIPANT("POST", "/v1/Conversations/*/Participants"),

	FETCH_PARTICIPANT("GET", "/v1/Conversations/*/Participants/*"),

	UPDATE_PARTICIPANT("POST", "/v1/Conversations/*/Participants/*"),

	REMOVE_PARTICIPANT("DELETE", "/v1/Conversations/*/Participants/*"),

	LIST_MESSAGES("GET", "/v1/Conversations/*/Messages"),

	CREATE_MESSAGE("POST", "/v1/Conversations/*/Messages"),

	FETCH_MESSAGE("GET", "/v1/Conversations/*/Messages/*"),

	LIST_RECEIPTS("GET", "/v1/Conversations/*/Messages/*/Receipts"),

	LIST_CONTENTS("GET", "/v1/ContentAndApprovals"),

	FETCH_APPROVAL("GET", "/v1/Content/*/ApprovalRequests"),

	LIST_PARTICIPANT_CONVERSATIONS("GET", "/v1/ParticipantConversations"),

	FETCH_USER("GET", "/v1/Users/*"),

	UPDATE_USER("POST", "/v1/Users/*"),

	FETCH_FRONTLINE_USER("GET", "/v1/Users/*"),

	UPDATE_FRONTLINE_USER("POST", "/v1/Users/*"),

	FETCH_WEBHOOKS_OF_SERVICE("GET", "/v1/Services/IS*/Configuration/Webhooks"),

	UPDATE_WEBHOOKS_OF_SERVICE("POST", "/v1/Services/IS*/Configuration/Webhooks"),

	FETCH_WEBHOOKS("GET", "/v1/Configuration/Webhooks"),

	UPDATE_WEBHOOKS("POST", "/v1/Configuration/Webhooks"),

	FETCH_CONFIGURATION("GET", "/v1/Configuration"),

	FETCH_ACCOUNT("GET", "/2010-04-01/Accounts/*.json"),

	LIST_NUMBERS("GET", "/2010-04-01/Accounts/*/IncomingPhoneNumbers.json"),

	LIST_WHATSAPP_SENDERS("GET", "/v2/Channels/Senders"),

	LIST_NUMBERS_OF_SERVICE("GET", "/v1/Services/*/PhoneNumbers"),

	LIST_WHATSAPP_SENDERS_OF_SERVICE("GET", "/v1/Services/*/ChannelSenders");

	private final String method;

	private final Pattern path;

	RestCall(String method, String path) {
		this.method = method;
		this.path = Pattern.compile(path.replace("*", "([^/]+)"));
	}

	/** Returns the call of a request; null if the call is not supported. */
	public static @Nullable RestCall of(Request request) {
		for (RestCall call : values()) {
			if (call.isToFrontline() == request.isToFrontline() && call.method.equals(request.method())
					&& call.matcher(request).matches()) {
				return call;
			}
		}
		return null;
	}

	/** Returns the conversation in the path; null if the call is not about one. */
	public @Nullable String conversation(Request request) {
		return request.resource().startsWith("/v1/Conversations/") ? variables(request).get(0) : null;
	}

	/** Returns the parts of the path that the wildcards match. */
	public List<String> variables(Request request) {
		List<String> variables = new ArrayList<>();
		Matcher matcher = matcher(request);
		if (matcher.matches()) {
			for (int group = 1; group <= matcher.groupCount(); group++) {
				variables.add(matcher.group(group));
			}
		}
		return variables;
	}

	/**
	 * A service has webhooks of its own, so their path keeps the prefix of the service.
	 */
	private Matcher matcher(Request request) {
		boolean ofService = this == FETCH_WEBHOOKS_OF_SERVICE || this == UPDATE_WEBHOOKS_OF_SERVICE;
		return this.path.matcher(ofService ? request.path() : request.resource());
	}

	public boolean isChange() {
		return !this.method.equals("GET");
	}

	private boolean isToFrontline() {
		return this == FETCH_FRONTLINE_USER || this == UPDATE_FRONTLINE_USER;
	}

}
