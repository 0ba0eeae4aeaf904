package io.frontlineservice.crm.jdbc.managed;

import java.sql.PreparedStatement;
import java.sql.SQLException;

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

}
