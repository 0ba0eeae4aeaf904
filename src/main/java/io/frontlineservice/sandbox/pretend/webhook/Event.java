package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Callback;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

	/** The conversation that the event is about; null if it does not exist yet. */
	@Nullable String conversationSid() {
		return this.form.get("ConversationSid");
	}

	/** Collects the parameters in order, without those that are null. */
	public static final class Builder {

		private final Map<String, String> values = new LinkedHashMap<>();

		public Builder with(String name, @Nullable String value) {
			if (value != null) {
				this.values.put(name, value);
			}
			return this;
		}

		Builder with(Map<String, String> others) {
			this.values.putAll(others);
			return this;
		}

		public Event build(String type, Callback callback) {
			return new Event(type, callback, this.values);
		}

	}

}
