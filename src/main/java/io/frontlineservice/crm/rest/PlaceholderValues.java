package io.frontlineservice.crm.rest;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The values of placeholders for one request. Immutable. */
final class PlaceholderValues {

	static final PlaceholderValues NONE = new PlaceholderValues(Map.of());

	private final Map<Placeholder, List<String>> values;

	private PlaceholderValues(Map<Placeholder, List<String>> values) {
		this.values = values;
	}

	/** Returns these values with one more; an empty text is no value. */
	PlaceholderValues with(Placeholder placeholder, String value) {
		return with(placeholder, value.isEmpty() ? List.of() : List.of(value));
	}

	/** Returns these values with those of a list. */
	PlaceholderValues with(Placeholder placeholder, Collection<String> list) {
		Map<Placeholder, List<String>> more = new EnumMap<>(Placeholder.class);
		more.putAll(this.values);
		more.put(placeholder, List.copyOf(list));
		return new PlaceholderValues(more);
	}

	/** Returns the values of a placeholder; none if it is empty in this request. */
	List<String> of(Placeholder placeholder) {
		return this.values.getOrDefault(placeholder, List.of());
	}

	/** Does not show the values, which may be those of customers. */
	@Override
	public String toString() {
		return this.values.keySet().toString();
	}

}
