package io.frontlineservice.sandbox.pretend;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Twilio's REST API that are pretended. Dispatched by {@link RestApi}, and
 * named by tests in {@link Fault faults}.
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

	LIST_PARTICIPANT_CONVERSATIONS("GET", "/v1/ParticipantConversations"),

	FETCH_USER("GET", "/v1/Users/*"),

	UPDATE_USER("POST", "/v1/Users/*"),

	FETCH_FRONTLINE_USER("GET", "/v1/Users/*"),

	UPDATE_FRONTLINE_USER("POST", "/v1/Users/*"),

	FETCH_WEBHOOKS("GET", "/v1/Configuration/Webhooks"),

	UPDATE_WEBHOOKS("POST", "/v1/Configuration/Webhooks");

	private final String method;

	private final Pattern path;

	RestCall(String method, String path) {
		this.method = method;
		this.path = Pattern.compile(path.replace("*", "([^/]+)"));
	}

	/** The call that a request makes; null if it is none of these. */
	static @Nullable RestCall of(Request request) {
		for (RestCall call : values()) {
			if (call.isToFrontline() == request.isToFrontline() && call.method.equals(request.method())
					&& call.path.matcher(request.resource()).matches()) {
				return call;
			}
		}
		return null;
	}

	/** What stands in the path for each star. */
	List<String> variables(Request request) {
		List<String> variables = new ArrayList<>();
		Matcher matcher = this.path.matcher(request.resource());
		if (matcher.matches()) {
			for (int group = 1; group <= matcher.groupCount(); group++) {
				variables.add(matcher.group(group));
			}
		}
		return variables;
	}

	boolean isChange() {
		return !this.method.equals("GET");
	}

	private boolean isToFrontline() {
		return this == FETCH_FRONTLINE_USER || this == UPDATE_FRONTLINE_USER;
	}

}
