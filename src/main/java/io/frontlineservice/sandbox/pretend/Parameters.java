package io.frontlineservice.sandbox.pretend;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an {@link Event} in the order they are said; what is null is left
 * out. Filled by {@link Events} and {@link AppForms}.
 */
final class Parameters {

	private final Map<String, String> values = new LinkedHashMap<>();

	Parameters with(String name, @Nullable String value) {
		if (value != null) {
			this.values.put(name, value);
		}
		return this;
	}

	Parameters with(Map<String, String> others) {
		this.values.putAll(others);
		return this;
	}

	Event event(String type, Callback callback) {
		return new Event(type, callback, this.values);
	}

}
