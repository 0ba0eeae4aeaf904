package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Callback;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that is posted to the service: an event of Conversations or a callback of
 * Frontline. Created by {@link Events}. Tests capture events and deliver them again.
 * Immutable.
 *
 * @param type the {@code EventType} or {@code Location}; {@link #ROUTING} if it has
 * neither
 * @param callback the callback that receives it
 * @param form the parameters without {@code RetryCount}
 */
public record Event(String type, Callback callback, Map<String, String> form) {

	/** The type of the routing callback. */
	public static final String ROUTING = "routing";

	public Event {
		form = Collections.unmodifiableMap(new LinkedHashMap<>(form));
	}

	/** Returns the form of a first attempt (0) or a retry (1). */
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

	/**
	 * Returns the conversation of the event; null if the conversation does not exist yet.
	 */
	@Nullable String conversationSid() {
		return this.form.get("ConversationSid");
	}

	/** Collects parameters in order and omits those that are null. */
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
