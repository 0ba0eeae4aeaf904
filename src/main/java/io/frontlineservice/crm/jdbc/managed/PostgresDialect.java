package io.frontlineservice.crm.jdbc.managed;

import java.sql.PreparedStatement;
import java.sql.SQLException;

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

}
