package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Callback;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an {@link Event} in the order they are said; what is null is left
 * out. Filled by {@link Events} and {@code AppForms}.
 */
public final class Parameters {

	private final Map<String, String> values = new LinkedHashMap<>();

	public Parameters with(String name, @Nullable String value) {
		if (value != null) {
			this.values.put(name, value);
		}
		return this;
	}

	public Parameters with(Map<String, String> others) {
		this.values.putAll(others);
		return this;
	}

	public Event event(String type, Callback callback) {
		return new Event(type, callback, this.values);
	}

}
