package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.diagnosis.Observation;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** MariaDB from version 10.6. Stateless. */
final class MariaDbDialect implements ManagedDialect {

	@Override
	public String migrations() {
		return "db/crm/mariadb";
	}

	@Override
	public String upsert() {
		return """
				insert into frontline_customer (customer_id, display_name, sort_key, company, language, updated_at,
				  content, search_text, pieces, has_number, import_id)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on duplicate key update display_name = values(display_name), sort_key = values(sort_key),
				  company = values(company), language = values(language), updated_at = values(updated_at), content = values(content),
				  search_text = values(search_text), pieces = values(pieces), has_number = values(has_number),
				  import_id = values(import_id)""";
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
		statement.setString(8, row.searchText());
		statement.setString(9, FullTextPieces.of(row.searchText()));
		statement.setBoolean(10, row.hasNumber());
		statement.setLong(11, importId);
	}

	/** The server uses no index for a comparison of rows. */
	@Override
	public String after(Place place, SqlValues values) {
		String key = values.add("key", place.sortKey());
		return "(sort_key > " + key + " or (sort_key = " + key + " and customer_id > " + values.add("id", place.id())
				+ "))";
	}

	@Override
	public String candidates(List<String> owners, List<String> parts, SqlValues values) {
		String pieces = parts.stream()
			.flatMap((part) -> FullTextPieces.pieces(part).stream())
			.distinct()
			.map((piece) -> "+" + piece)
			.collect(Collectors.joining(" "));
		String condition = "match (c.pieces) against (" + values.add("pieces", pieces) + " in boolean mode)";
		return owners.isEmpty() ? condition : condition + " and exists (select 1 from frontline_customer_owner o "
				+ "where o.customer_id = c.customer_id and o.owner_key in (" + values.add("owners", owners) + "))";
	}

	@Override
	public String materialized(String name, String query) {
		return "with " + name + " as (" + query + ") ";
	}

	@Override
	public String attributeCounts() {
		return """
				select name, count(*) from frontline_customer, json_table(json_keys(content, '$.attributes'), '$[*]'
				  columns (name longtext path '$')) names
				group by name""";
	}

	@Override
	public List<Observation> warnings(Statement statement) {
		return List.of();
	}

}
