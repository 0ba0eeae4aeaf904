package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which columns mean what: the settings, and the names of the fields as defaults. Asked
 * by the readers of rows, and by the check. Immutable.
 *
 * @param settings the fields that the operator has set
 * @param fields the same with the defaults
 */
record Columns(FieldMapping settings, FieldMapping fields) {

	/** The setting of the columns. */
	static final String PREFIX = "frontline.crm.jdbc.fields";

	private static final FieldMapping DEFAULTS = defaults();

	static Columns of(FieldMapping settings) {
		return new Columns(settings, settings.orElse(DEFAULTS));
	}

	/** The columns that can have that field, in lower case. */
	List<String> names(CustomerField field) {
		return this.fields.names(field).stream().map((it) -> it.toLowerCase(Locale.ROOT)).toList();
	}

	/** The columns that can have any of these fields. */
	List<String> names(CustomerField... fields) {
		List<String> names = new ArrayList<>();
		for (CustomerField field : fields) {
			names.addAll(names(field));
		}
		return names;
	}

	/** The columns that can have a number or an identity. */
	List<String> contacts() {
		return names(CustomerField.PHONE, CustomerField.WHATSAPP, CustomerField.WHATSAPP_ID, CustomerField.CHAT,
				CustomerField.CHANNELS);
	}

	/** The columns that are not attributes. First and last names are both. */
	Set<String> reserved() {
		Set<String> names = new HashSet<>();
		for (CustomerField field : CustomerField.values()) {
			if (field != CustomerField.FIRST_NAME && field != CustomerField.LAST_NAME) {
				names.addAll(names(field));
			}
		}
		return names;
	}

	/** The setting that names the field. */
	static String setting(CustomerField field) {
		return PREFIX + "." + field.key();
	}

	private static FieldMapping defaults() {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		for (CustomerField field : CustomerField.values()) {
			names.put(field, List.of(field.name().toLowerCase(Locale.ROOT)));
		}
		return FieldMapping.of(names);
	}

}
