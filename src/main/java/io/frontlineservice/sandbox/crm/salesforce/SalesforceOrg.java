package io.frontlineservice.sandbox.crm.salesforce;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The objects and records of a pretend Salesforce. Filled by the sandbox and by tests,
 * read by {@link QueryRun}. Thread-safe.
 */
public final class SalesforceOrg {

	private static final String CHANGED = "2026-11-22T10:00:00.000+0000";

	private final Map<String, ObjectSchema> schemas = new HashMap<>();

	private final Map<String, SalesforceRecord> records = new LinkedHashMap<>();

	private final SharingRules sharing = new SharingRules();

	private long lastNumber;

	SalesforceOrg() {
		ObjectSchema.standard().forEach(this::add);
	}

	/** Returns which records a user sees. */
	public SharingRules sharing() {
		return this.sharing;
	}

	/** Adds an object of the customer's own, which has a name and an owner. */
	public synchronized void addObject(String name, String prefix) {
		add(ObjectSchema.object(name, prefix).with(FieldType.REFERENCE, "OwnerId"));
	}

	/** Adds text fields to an object. */
	public synchronized void addFields(String object, String... fields) {
		add(schema(object).with(FieldType.STRING, fields));
	}

	/** Adds a field that refers to another record. */
	public synchronized void addReference(String object, String field) {
		add(schema(object).with(FieldType.REFERENCE, field));
	}

	/** Hides a field from the user of the service, as field-level security does. */
	public synchronized void hide(String object, String field) {
		add(schema(object).without(field));
	}

	private void add(ObjectSchema schema) {
		this.schemas.put(schema.name().toLowerCase(Locale.ROOT), schema);
	}

	/** Returns an id that no record has. */
	public synchronized String newId(String object) {
		return RecordIds.of(schema(object).prefix(), ++this.lastNumber);
	}

	/**
	 * Adds a record.
	 * @param fields the values by field; null and an empty text are empty values. Without
	 * an {@code Id}, the record gets a new one.
	 * @return the id
	 */
	public synchronized String insert(String object, Map<String, ? extends @Nullable Object> fields) {
		String id = (fields.get("Id") instanceof String given) ? given : newId(object);
		Map<String, @Nullable Object> values = new HashMap<>(fields);
		values.put("Id", id);
		values.putIfAbsent("LastModifiedDate", CHANGED);
		store(object, id, values);
		return id;
	}

	/** Changes some fields of a record. */
	public synchronized void update(String id, Map<String, ? extends @Nullable Object> fields) {
		SalesforceRecord before = find(id).orElseThrow();
		Map<String, @Nullable Object> values = new HashMap<>(before.values());
		fields.forEach((field, value) -> values.put(field.toLowerCase(Locale.ROOT), value));
		store(before.object(), id, values);
	}

	/** Removes a record. */
	public synchronized void delete(String id) {
		this.records.remove(RecordIds.comparable(id));
	}

	/** Removes all records of an object. */
	public synchronized void deleteAll(String object) {
		this.records.values().removeIf((record) -> record.object().equalsIgnoreCase(object));
	}

	private void store(String object, String id, Map<String, @Nullable Object> fields) {
		ObjectSchema schema = schema(object);
		Map<String, Object> values = new HashMap<>();
		fields.forEach((field, value) -> {
			if (schema.field(field) == null) {
				throw SalesforceError.noSuchField(object, field);
			}
			if (value != null && !value.equals("")) {
				values.put(field.toLowerCase(Locale.ROOT), value);
			}
		});
		schema.fields()
			.values()
			.stream()
			.filter((it) -> it.type() == FieldType.BOOLEAN)
			.forEach((it) -> values.putIfAbsent(it.key(), false));
		if (schema.isPerson() && values.containsKey("lastname")) {
			values.put("name",
					Stream.of("firstname", "lastname")
						.filter(values::containsKey)
						.map((part) -> String.valueOf(values.get(part)))
						.collect(Collectors.joining(" ")));
		}
		this.records.put(RecordIds.comparable(id), new SalesforceRecord(schema.name(), id, values));
	}

	/** Returns the records of an object. */
	synchronized List<SalesforceRecord> records(ObjectSchema schema) {
		return this.records.values().stream().filter((record) -> record.object().equals(schema.name())).toList();
	}

	synchronized Optional<SalesforceRecord> find(String id) {
		return Optional.ofNullable(this.records.get(RecordIds.comparable(id)));
	}

	/** Returns the id of the user with that name; empty without one. */
	synchronized String userId(String username) {
		return this.records.values()
			.stream()
			.filter((it) -> it.object().equals("User") && username.equals(it.value("Username")))
			.map(SalesforceRecord::id)
			.findFirst()
			.orElse("");
	}

	/** Returns the schema of an object. */
	synchronized ObjectSchema schema(String object) {
		ObjectSchema schema = this.schemas.get(object.toLowerCase(Locale.ROOT));
		if (schema == null) {
			throw SalesforceError.noSuchObject(object);
		}
		return schema;
	}

}
