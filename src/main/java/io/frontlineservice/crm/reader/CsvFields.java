package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the rows of one CSV file have for the kit: each column by its name, and
 * columns that are read together as one field. Made by {@link CsvCustomers}. Immutable.
 */
final class CsvFields {

	/** The field of an id that the file does not have; no header has such a name. */
	static final String MADE_ID = "\n";

	/** Between the values of a field in Google Contacts. */
	private static final Pattern BETWEEN_VALUES = Pattern.compile(" ::: ");

	private final CsvHeader header;

	private final Map<String, List<Integer>> places = new HashMap<>();

	/** The fields that can have several values. */
	private final Set<String> contacts = new HashSet<>();

	CsvFields(CsvHeader header) {
		this.header = header;
		header.attributes().forEach((name, place) -> this.places.put(name, List.of(place)));
		header.known().forEach((field, groups) -> groups.forEach((group) -> {
			this.places.put(name(group), group);
			if (FileFields.isContact(field)) {
				this.contacts.add(name(group));
			}
		}));
	}

	CsvHeader header() {
		return this.header;
	}

	/** The names that attributes and texts can use. */
	Set<String> names() {
		return this.places.keySet();
	}

	/** What these fields mean, with the settings that name no column. */
	FieldMapping mapping(FieldMapping settings) {
		Map<CustomerField, List<String>> mapping = new EnumMap<>(CustomerField.class);
		mapping.put(CustomerField.CUSTOMER_ID, List.of(MADE_ID));
		this.header.known().forEach((field, groups) -> mapping.put(field, groups.stream().map(this::name).toList()));
		return FieldMapping.of(mapping)
			.with(settings.attributes(), settings.linkPatterns(), settings.detailsTitle(), settings.detailsText());
	}

	/** The value of a field in that row: a text, a list of texts, or null. */
	@Nullable Object value(CsvRecord row, String field) {
		List<String> values = CsvHeader.values(row, this.places.getOrDefault(field, List.of()));
		if (values.isEmpty()) {
			return null;
		}
		return this.contacts.contains(field) ? parts(values).toList() : values.get(0);
	}

	static Stream<String> parts(List<String> values) {
		return values.stream().flatMap(BETWEEN_VALUES::splitAsStream);
	}

	/** No header has a line break in a name, so this is a name of its own. */
	private String name(List<Integer> group) {
		return group.stream().map(this.header.names()::get).collect(Collectors.joining("\n"));
	}

}
