package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.CrmErrorException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a person as Pipedrive writes it into a record for the field mapping: its primary
 * number and e-mail address are the first ones, its numbers are also there by their
 * label, and custom fields are there by their keys, as the texts that people see. Called
 * by {@link PipedriveApi}.
 */
final class PersonRecord {

	private PersonRecord() {
	}

	/**
	 * Returns the values of a person that are not empty.
	 * @throws CrmErrorException if it is not a person
	 */
	static Map<String, Object> of(JsonNode person) {
		Map<String, Object> values = new HashMap<>();
		ApiAnswer.fields(PipedriveRequests.object(person)).forEach((name, value) -> put(name, value, values));
		if (values.get("custom_fields") instanceof Map<?, ?> fields) {
			fields.forEach((key, value) -> put(String.valueOf(key), shown(value), values));
		}
		List<Map<?, ?>> phones = sorted(values.get("phones"));
		values.put("phones", phones);
		values.put("emails", sorted(values.get("emails")));
		values.put("phone", byLabel(phones));
		return values;
	}

	private static void put(String name, @Nullable Object value, Map<String, Object> values) {
		if (value != null) {
			values.put(name, value);
		}
	}

	static long id(Map<String, Object> person) {
		return ((Number) Objects.requireNonNull(person.get("id"))).longValue();
	}

	/** Pipedrive still returns deleted persons by their ids for 30 days. */
	static boolean isDeleted(Map<String, Object> person) {
		return Boolean.TRUE.equals(person.get("is_deleted"));
	}

	/** The label of an option, and the value of an amount or of an address. */
	private static @Nullable Object shown(@Nullable Object value) {
		if (value instanceof Collection<?> several) {
			return several.stream().map(PersonRecord::shown).filter(Objects::nonNull).toList();
		}
		return (value instanceof Map<?, ?> object) ? object.get(object.containsKey("label") ? "label" : "value")
				: value;
	}

	private static List<Map<?, ?>> sorted(@Nullable Object list) {
		List<Map<?, ?>> entries = new ArrayList<>();
		if (list instanceof Collection<?> all) {
			all.forEach((entry) -> {
				if (entry instanceof Map<?, ?> object) {
					entries.add(object);
				}
			});
		}
		entries.sort(Comparator.comparing((entry) -> !Boolean.TRUE.equals(entry.get("primary"))));
		return entries;
	}

	private static Map<String, List<Object>> byLabel(List<Map<?, ?>> phones) {
		Map<String, List<Object>> byLabel = new HashMap<>();
		for (Map<?, ?> phone : phones) {
			Object value = phone.get("value");
			if (value != null && phone.get("label") instanceof String label) {
				byLabel.computeIfAbsent(label.toLowerCase(Locale.ROOT), (it) -> new ArrayList<>()).add(value);
			}
		}
		return byLabel;
	}

}
