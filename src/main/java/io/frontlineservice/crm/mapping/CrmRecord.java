package io.frontlineservice.crm.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a CRM stores it: a record of named values, such as a CSV row, a SQL row
 * or a JSON object. Made by CRM adapters, read by {@link CustomerMapper}.
 * <p>
 * A value is a text, a boolean, a number, a time, a list of these, or a map of further
 * values. Numbers with decimals are best a {@link java.math.BigDecimal}, which keeps its
 * digits; a {@code double} cannot.
 */
@FunctionalInterface
public interface CrmRecord {

	/**
	 * Returns the value of a field.
	 * @param field the name of the field, as the configuration writes it
	 * @return the value; null if it is empty or if the record has no such field
	 */
	@Nullable Object value(String field);

	/**
	 * Returns the attributes that every customer of this CRM has without any
	 * configuration, by name. Attributes in {@link FieldMapping#attributes} are added to
	 * them.
	 */
	default Map<String, ? extends @Nullable Object> attributes() {
		return Map.of();
	}

	/**
	 * Returns a record of these fields.
	 * <p>
	 * Dots lead into nested values: {@code properties.email} is the {@code email} in the
	 * map {@code properties}, and {@code phones.value} is the list of each {@code value}
	 * in the maps of the list {@code phones}. A field that has dots in its own name takes
	 * precedence.
	 * @param fields the values by the names of their fields, at the top level; not
	 * copied. For names in any case, as in SQL, use Spring's
	 * {@code LinkedCaseInsensitiveMap}.
	 */
	static CrmRecord of(Map<String, ? extends @Nullable Object> fields) {
		return (field) -> NestedValues.find(fields, field);
	}

	/** Returns a record of these fields, with attributes of its own. */
	static CrmRecord of(Map<String, ? extends @Nullable Object> fields,
			Map<String, ? extends @Nullable Object> attributes) {
		return new CrmRecord() {
			@Override
			public @Nullable Object value(String field) {
				return NestedValues.find(fields, field);
			}

			@Override
			public Map<String, ? extends @Nullable Object> attributes() {
				return attributes;
			}
		};
	}

}
