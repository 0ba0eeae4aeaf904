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
				insert into frontline_customer (customer_id, display_name, company, language, updated_at, content,
				  search_text, pieces, has_number, import_id)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				on duplicate key update display_name = values(display_name), company = values(company),
				  language = values(language), updated_at = values(updated_at), content = values(content),
				  search_text = values(search_text), pieces = values(pieces), has_number = values(has_number),
				  import_id = values(import_id)""";
	}

	@Override
	public void bind(PreparedStatement statement, StoredCustomer row, long importId) throws SQLException {
		statement.setString(1, row.id());
		statement.setString(2, row.customer().name());
		statement.setString(3, row.customer().company());
		statement.setString(4, row.customer().language());
		statement.setString(5, row.updatedAt());
		statement.setString(6, row.content());
		statement.setString(7, row.searchText());
		statement.setString(8, FullTextPieces.of(row.searchText()));
		statement.setBoolean(9, row.hasNumber());
		statement.setLong(10, importId);
	}

}
