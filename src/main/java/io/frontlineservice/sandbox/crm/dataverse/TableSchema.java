package io.frontlineservice.sandbox.crm.dataverse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table. Held by {@link DataverseTables}. Thread-safe.
 */
final class TableSchema {

	private final String name;

	private final String entitySet;

	/** The types by the properties of the Web API; a lookup is an id. */
	private final Map<String, ColumnType> columns = new ConcurrentHashMap<>();

	/** The lookups by their navigation properties. */
	private final Map<String, Lookup> lookups = new ConcurrentHashMap<>();

	/** The texts of choices by column and number. */
	private final Map<String, Map<Integer, String>> labels = new ConcurrentHashMap<>();

	/**
	 * Creates a table.
	 * @param name its logical name
	 * @param entitySet its name in URLs
	 */
	TableSchema(String name, String entitySet) {
		this.name = name;
		this.entitySet = entitySet;
		add(id(), ColumnType.ID);
		add("statecode", ColumnType.NUMBER);
		add("createdon", ColumnType.DATETIME);
		add("modifiedon", ColumnType.DATETIME);
	}

	TableSchema add(String column, ColumnType type) {
		this.columns.put(column, type);
		return this;
	}

	TableSchema texts(String... columns) {
		for (String column : columns) {
			add(column, ColumnType.STRING);
		}
		return this;
	}

	/** Adds a lookup, whose value is a property of its own. */
	TableSchema lookup(String navigation, String column, String table) {
		this.lookups.put(navigation, new Lookup("_" + column + "_value", table));
		return add("_" + column + "_value", ColumnType.ID);
	}

	/** Says what a number of a choice means. */
	void label(String column, int value, String text) {
		add(column, ColumnType.NUMBER);
		this.labels.computeIfAbsent(column, (it) -> new ConcurrentHashMap<>()).put(value, text);
	}

	void remove(String column) {
		this.columns.remove(column);
	}

	String name() {
		return this.name;
	}

	String entitySet() {
		return this.entitySet;
	}

	/** Returns the primary key. */
	String id() {
		return this.name + "id";
	}

	/** Returns the type of a column, which must exist. */
	ColumnType type(String column) {
		ColumnType type = this.columns.get(column);
		if (type == null) {
			throw DataverseError.noProperty(column, this.name);
		}
		return type;
	}

	/** Returns the lookup of a navigation property, which must exist. */
	Lookup lookup(String navigation) {
		Lookup lookup = this.lookups.get(navigation);
		if (lookup == null) {
			throw DataverseError.noProperty(navigation, this.name);
		}
		return lookup;
	}

	@Nullable String label(String column, Object value) {
		Map<Integer, String> texts = this.labels.get(column);
		return (texts != null && value instanceof Integer number) ? texts.get(number) : null;
	}

	/** Returns the columns by their logical names. */
	Map<String, ColumnType> byLogicalName() {
		Map<String, ColumnType> named = new LinkedHashMap<>();
		this.columns.forEach((column, type) -> named.put(column.replaceFirst("^_(.+)_value$", "$1"), type));
		return named;
	}

	/**
	 * A lookup.
	 *
	 * @param column the property with the id
	 * @param table the logical name of the table that it leads to
	 */
	record Lookup(String column, String table) {

	}

}
