package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.diagnosis.Observation;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** PostgreSQL from version 12, with its extension pg_trgm. Stateless. */
final class PostgresDialect implements ManagedDialect {

	@Override
	public String migrations() {
		return "db/crm/postgresql";
	}

	@Override
	public String upsert() {
		return """
				insert into frontline_customer (customer_id, display_name, sort_key, company, language, updated_at,
				  content, owners, search_text, has_number, import_id)
				values (?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, ?, ?)
				on conflict (customer_id) do update set display_name = excluded.display_name,
				  sort_key = excluded.sort_key, company = excluded.company, language = excluded.language,
				  updated_at = excluded.updated_at, content = excluded.content, owners = excluded.owners, search_text = excluded.search_text,
				  has_number = excluded.has_number, import_id = excluded.import_id""";
	}

	@Override
	public void bind(PreparedStatement statement, StoredCustomer row, long importId) throws SQLException {
		statement.setString(1, row.id());
		statement.setString(2, row.customer().name());
		statement.setBytes(3, row.sortKey());
		statement.setString(4, row.customer().company());
		statement.setString(5, row.customer().language());
		statement.setString(6, row.updatedAt());
		statement.setString(7, row.content());
		statement.setArray(8, statement.getConnection().createArrayOf("text", row.owners().toArray()));
		statement.setString(9, row.searchText());
		statement.setBoolean(10, row.hasNumber());
		statement.setLong(11, importId);
	}

	@Override
	public String after(Place place, SqlValues values) {
		return "(sort_key, customer_id) > (" + values.add("key", place.sortKey()) + ", " + values.add("id", place.id())
				+ ")";
	}

	@Override
	public String candidates(List<String> owners, List<String> parts, SqlValues values) {
		String condition = parts.stream()
			.map((part) -> "c.search_text like " + values.add("part", "%" + SearchConditions.escape(part) + "%"))
			.collect(Collectors.joining(" and "));
		return owners.isEmpty() ? condition
				: "c.owners && array["
						+ owners.stream().map((owner) -> values.add("owner", owner)).collect(Collectors.joining(", "))
						+ "]::text[] and " + condition;
	}

	@Override
	public String materialized(String name, String query) {
		return "with " + name + " as materialized (" + query + ") ";
	}

	@Override
	public String attributeCounts() {
		return "select name, count(*) from frontline_customer, json_object_keys(content -> 'attributes') name "
				+ "group by name";
	}

	/** The extension pg_trgm knows the letters of the locale only. */
	@Override
	public List<Observation> warnings(Statement statement) throws SQLException {
		try (ResultSet pieces = statement.executeQuery("select cardinality(show_trgm('\u00e9\u0436\u674e'))")) {
			return pieces.next() && pieces.getInt(1) > 0 ? List.of()
					: List.of(Observation.warning(
							"The locale of the customers' database knows only the letters A to Z, so searches for "
									+ "others are slow",
							"Create the database with the encoding UTF8 and a locale such as C.UTF-8 or en_US.UTF-8"));
		}
	}

}
