package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Callback;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A form that the service is to be posted: an event of Conversations, or a callback of
 * Frontline. Made by {@link Events}; captured, and delivered again, by tests. Immutable.
 *
 * @param type the {@code EventType} or {@code Location}, or {@link #ROUTING}, which has
 * neither
 * @param callback where it is posted
 * @param form its parameters, without {@code RetryCount}
 */
public record Event(String type, Callback callback, Map<String, String> form) {

	/** The type of the routing callback. */
	public static final String ROUTING = "routing";

	public Event {
		form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
	}

	/** As it is posted for the first time, or once more. */
	public Map<String, String> form(int retryCount) {
		Map<String, String> complete = new LinkedHashMap<>(this.form);
		if (isWebhook()) {
			complete.put("RetryCount", Integer.toString(retryCount));
		}
		return complete;
	}

	boolean isWebhook() {
		return this.form.containsKey("EventType");
	}

}
