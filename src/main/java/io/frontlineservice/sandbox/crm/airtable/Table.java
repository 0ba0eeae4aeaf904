package io.frontlineservice.sandbox.crm.airtable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of a base. Changed by the sandbox and by tests, read by
 * {@link AirtableCalls}. Thread-safe.
 */
public final class Table {

	private static final Instant CREATED = Instant.parse("2026-09-12T21:03:48Z");

	private final Map<String, FieldType> fields = new LinkedHashMap<>();

	/** In the order in which they were added. */
	private final Map<String, Row> rows = new LinkedHashMap<>();

	Table() {
	}

	/** Returns the id of the record with that number. */
	public static String id(long number) {
		return String.format(Locale.ROOT, "rec%014d", number);
	}

	/** Returns the id of a field. */
	public static String fieldId(String name) {
		return String.format(Locale.ROOT, "fld%014d", Integer.toUnsignedLong(name.hashCode()));
	}

	/** Returns a user, as a value of a user field. */
	public static Map<String, Object> user(String email, String name) {
		return Map.of("id", "usr" + Integer.toHexString(email.hashCode()), "email", email, "name", name);
	}

	/** Returns an attachment, as a value in a list of them. */
	public static Map<String, Object> attachment(String filename, String url) {
		return Map.of("id", "att" + Integer.toHexString(url.hashCode()), "url", url, "filename", filename, "size",
				1_024, "type", "image/png", "thumbnails",
				Map.of("small", Map.of("url", url + "/small", "width", 36, "height", 36), "large",
						Map.of("url", url + "/large", "width", 512, "height", 512)));
	}

	/** Adds a field. */
	public synchronized Table define(String field, FieldType type) {
		this.fields.put(field, type);
		return this;
	}

	/** Adds a record, or replaces it. */
	public synchronized void put(long number, Map<String, ? extends @Nullable Object> values) {
		values.keySet().forEach((field) -> {
			if (!this.fields.containsKey(field)) {
				throw new IllegalArgumentException("The table has no field " + field);
			}
		});
		this.rows.put(id(number), new Row(id(number), new LinkedHashMap<>(values)));
	}

	/** Deletes a record. */
	public synchronized void remove(long number) {
		this.rows.remove(id(number));
	}

	/** Deletes all records. */
	public synchronized void clear() {
		this.rows.clear();
	}

	/** Returns the name of a field that is named by its name or id; empty without it. */
	synchronized Optional<String> name(String written) {
		return this.fields.keySet()
			.stream()
			.filter((name) -> name.equals(written) || fieldId(name).equals(written))
			.findFirst();
	}

	synchronized Optional<Row> find(String id) {
		return Optional.ofNullable(this.rows.get(id));
	}

	/** Returns the rows in order: by these fields, then as they were added. */
	synchronized List<Row> sorted(List<Comparator<Row>> orders) {
		List<Row> sorted = new ArrayList<>(this.rows.values());
		orders.stream().reduce(Comparator::thenComparing).ifPresent(sorted::sort);
		return sorted;
	}

	/** Describes the table, as the metadata API does. */
	synchronized Map<String, Object> schema() {
		List<Map<String, Object>> described = new ArrayList<>();
		this.fields
			.forEach((name, type) -> described.add(Map.of("id", fieldId(name), "name", name, "type", type.written())));
		return Map.of("id", PretendAirtable.TABLE_ID, "name", PretendAirtable.TABLE_NAME, "fields", described);
	}

	/**
	 * A record.
	 *
	 * @param values by the names of the fields
	 */
	record Row(String id, Map<String, @Nullable Object> values) {

		/** Returns what formulas see. */
		Object inFormula(String field) {
			return FieldType.inFormula(this.values.get(field));
		}

		/** Returns the JSON of a record, without empty values. */
		Map<String, Object> json(@Nullable List<String> requested, boolean byId) {
			Map<String, Object> shown = new LinkedHashMap<>();
			this.values.forEach((field, value) -> {
				if (value != null && !FieldType.isEmpty(value) && (requested == null || requested.contains(field))) {
					shown.put(byId ? fieldId(field) : field, value);
				}
			});
			return Map.of("id", this.id, "createdTime", CREATED.toString(), "fields", shown);
		}

	}

}
