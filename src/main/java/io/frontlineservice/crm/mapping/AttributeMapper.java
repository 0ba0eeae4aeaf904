package io.frontlineservice.crm.mapping;

import io.frontlineservice.text.TimeZones;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Maps what templates use beside the customer's own properties. A boolean stays a
 * boolean; everything else becomes a text, a number with the digits it has. Called by
 * {@link CustomerMapper}. Thread-safe.
 */
final class AttributeMapper {

	/** The attributes that templates know by name. */
	private static final String FIRST_NAME = "first_name";

	private static final String TIME_ZONE = "time_zone";

	private final FieldMapping fields;

	private final Map<String, String> configured;

	AttributeMapper(FieldMapping fields) {
		this.fields = fields;
		this.configured = FieldMapping.orEmpty(fields.attributes());
	}

	Map<String, Object> map(CrmRecord record, Remarks remarks) {
		Map<String, Object> attributes = new HashMap<>();
		record.attributes().forEach((name, value) -> add(name, value, attributes, remarks));
		this.configured.forEach((name, field) -> add(name, record.value(field), attributes, remarks));
		// A first name without a last name beside it may be the whole name.
		if (!this.fields.names(CustomerField.LAST_NAME).isEmpty()) {
			String first = FieldValues.firstText(record, this.fields.names(CustomerField.FIRST_NAME));
			if (first != null) {
				attributes.putIfAbsent(FIRST_NAME, first);
			}
		}
		addTimeZone(record, attributes, remarks);
		return attributes;
	}

	private static void add(String name, @Nullable Object value, Map<String, Object> attributes, Remarks remarks) {
		Object single = (value instanceof List<?> list && list.size() == 1) ? list.get(0) : value;
		if (single instanceof Collection || single instanceof Map) {
			remarks.add("an attribute is left out: it is not a single value");
			return;
		}
		String text = FieldValues.text(single);
		if (text != null && !text.isBlank()) {
			attributes.put(name, (single instanceof Boolean flag) ? flag : text);
		}
	}

	private void addTimeZone(CrmRecord record, Map<String, Object> attributes, Remarks remarks) {
		String written = FieldValues.firstText(record, this.fields.names(CustomerField.TIME_ZONE));
		if (written == null || attributes.containsKey(TIME_ZONE)) {
			return;
		}
		Optional<ZoneId> zone = TimeZones.read(written);
		if (zone.isPresent()) {
			attributes.put(TIME_ZONE, zone.get().getId());
		}
		else {
			remarks.add("the time zone is left out: it is not a full name like Europe/Berlin");
		}
	}

}
