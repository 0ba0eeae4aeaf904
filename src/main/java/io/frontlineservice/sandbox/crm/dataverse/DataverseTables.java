package io.frontlineservice.sandbox.crm.dataverse;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables and rows of an environment. Changed by the sandbox and by tests, read by
 * {@link PretendDataverse}. Thread-safe.
 */
public final class DataverseTables {

	private final Map<String, TableSchema> schemas = new ConcurrentHashMap<>();

	private final Map<String, Map<String, DataverseRow>> rows = new ConcurrentHashMap<>();

	private final Clock clock;

	DataverseTables(Clock clock) {
		this.clock = clock;
		add(new TableSchema("systemuser", "systemusers")
			.texts("fullname", "internalemailaddress", "domainname", "mobilephone")
			.add("azureactivedirectoryobjectid", ColumnType.ID)
			.add("isdisabled", ColumnType.BOOLEAN));
		add(new TableSchema("account", "accounts")
			.texts("name", "accountnumber", "telephone1", "telephone2", "telephone3", "emailaddress1")
			.add("donotphone", ColumnType.BOOLEAN)
			.lookup("ownerid", "ownerid", "systemuser"));
		add(new TableSchema("contact", "contacts")
			.texts("fullname", "firstname", "lastname", "jobtitle", "mobilephone", "telephone1", "telephone2",
					"telephone3", "emailaddress1", "description")
			.add("donotphone", ColumnType.BOOLEAN)
			.lookup("ownerid", "ownerid", "systemuser")
			.lookup("parentcustomerid_account", "parentcustomerid", "account"));
		schema("contact").label("preferredcontactmethodcode", 2, "Email");
	}

	private void add(TableSchema schema) {
		this.schemas.put(schema.name(), schema);
		this.rows.put(schema.name(), new ConcurrentHashMap<>());
	}

	/** Creates a table of the customer's own, with an owner. */
	public void createTable(String name, String entitySet, String... texts) {
		add(new TableSchema(name, entitySet).texts(texts).lookup("ownerid", "ownerid", "systemuser"));
	}

	/** Adds columns of texts to a table. */
	public void addColumns(String table, String... columns) {
		schema(table).texts(columns);
	}

	/** Adds a lookup to users to a table. */
	public void addUserLookup(String table, String column) {
		schema(table).lookup(column, column, "systemuser");
	}

	/** Removes a column from a table. */
	public void removeColumn(String table, String column) {
		schema(table).remove(column);
	}

	/** Returns an id that no row has. */
	public String newId() {
		return UUID.randomUUID().toString();
	}

	/** Adds an enabled user, whose e-mail address this is, and returns the id. */
	public String user(String email) {
		return insert("systemuser", Map.of("fullname", email, "internalemailaddress", email, "domainname", email,
				"azureactivedirectoryobjectid", newId(), "isdisabled", false));
	}

	/**
	 * Adds a row, and returns its id.
	 * @param values its values by the properties of the Web API; nulls are left out
	 */
	public String insert(String table, Map<String, ? extends @Nullable Object> values) {
		TableSchema schema = schema(table);
		Map<String, Object> all = new HashMap<>();
		values.forEach((column, value) -> {
			schema.type(column);
			if (value != null) {
				all.put(column, value);
			}
		});
		String now = this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
		all.putIfAbsent("statecode", 0);
		all.putIfAbsent("createdon", now);
		all.putIfAbsent("modifiedon", now);
		String id = (String) all.computeIfAbsent(schema.id(), (column) -> newId());
		if (table.equals("contact") && !all.containsKey("fullname")) {
			String name = Stream.of("firstname", "lastname")
				.map((part) -> String.valueOf(all.getOrDefault(part, "")))
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining(" "));
			if (!name.isEmpty()) {
				all.put("fullname", name);
			}
		}
		rows(table).put(id, new DataverseRow(id, all));
		return id;
	}

	/** Changes values of a row. */
	public void update(String table, String id, Map<String, ?> values) {
		rows(table).computeIfPresent(id, (key, row) -> {
			Map<String, Object> changed = new HashMap<>(row.values());
			changed.putAll(values);
			return new DataverseRow(id, changed);
		});
	}

	/** Deletes a row. */
	public void delete(String table, String id) {
		rows(table).remove(id);
	}

	/** Deletes all rows of a table. */
	public void deleteAll(String table) {
		rows(table).clear();
	}

	TableSchema schema(String table) {
		TableSchema schema = this.schemas.get(table);
		if (schema == null) {
			throw DataverseError.noResource(table);
		}
		return schema;
	}

	/** Returns the table of an entity set, which must exist. */
	TableSchema ofEntitySet(String name) {
		return this.schemas.values()
			.stream()
			.filter((it) -> it.entitySet().equals(name))
			.findFirst()
			.orElseThrow(() -> DataverseError.noResource(name));
	}

	List<DataverseRow> all(String table) {
		return new ArrayList<>(rows(table).values());
	}

	Optional<DataverseRow> find(String table, @Nullable Object id) {
		return Optional.ofNullable((id != null) ? rows(table).get(id.toString()) : null);
	}

	private Map<String, DataverseRow> rows(String table) {
		return this.rows.getOrDefault(table, Map.of());
	}

}
