package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.CustomerOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A million customers in PostgreSQL: about 1,000 for each of the workers w1 to w990, and
 * 10,000 for w0. Every eighth name has the words {@code maria} and {@code silva}; one
 * customer is called {@code Zebedee Quill}. Every tenth has an e-mail address and is
 * found by its number. The indexes are created after the rows, with the statements of the
 * migration.
 */
final class LargeTables {

	private static final List<String> FIRST = List.of("Bo", "Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Maria");

	private static final List<String> LAST = List.of("Ali", "Bek", "Cox", "Day", "Eno", "Fox", "Gil", "Silva");

	private static final int BETWEEN = 125;

	private static final List<String> ROWS = List.of("alter table frontline_customer set unlogged",
			"alter table frontline_customer_owner set unlogged", "alter table frontline_customer_address set unlogged",
			"set maintenance_work_mem = '1GB'", """
					drop index frontline_customer_owner_list, frontline_customer_owner_customer,
					  frontline_customer_address_key, frontline_customer_address_customer, frontline_customer_search""",
			"""
					create temporary table made as
					select 'c' || i as id, name, sort_key, case when i % 100 = 0 then 'w0' else 'w' || i % 991 end as owner,
					  ' ' || lower(name) || case when i % 10 > 0 then E'\\t\\t'
					    else E'\\tperson' || i || E'@example.com\\t00' || 4915000000000 + i end as text,
					  '+' || 4915000000000 + i as number
					from generate_series(1, 1000000) i
					join names on names.n = case when i = 1000000 then 8000 else i * 7919::bigint % 8000 end""",
			"""
					insert into frontline_customer
					select id, name, sort_key, null, null, null, '{}', array[owner], text, true, 1 from made""", """
					insert into frontline_customer_owner
					select unnest(array['', owner]), sort_key, id, text from made""",
			"insert into frontline_customer_address select number, sort_key, id from made");

	private LargeTables() {
	}

	/** Fills empty tables, and creates the indexes with these statements. */
	static void fill(Connection connection, String indexes) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("create temporary table names (n int, name text, sort_key bytea)");
			insertNames(connection);
			for (String sql : ROWS) {
				statement.execute(sql);
			}
			statement.execute(indexes);
			for (String table : List.of("customer", "customer_owner", "customer_address")) {
				statement.execute("vacuum analyze frontline_" + table);
			}
		}
	}

	private static void insertNames(Connection connection) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("insert into names values (?, ?, ?)")) {
			int n = 0;
			for (String first : FIRST) {
				for (String last : LAST) {
					for (int between = 0; between < BETWEEN; between++) {
						add(insert, n++, first + " " + between + " " + last);
					}
				}
			}
			add(insert, n, "Zebedee Quill");
			insert.executeBatch();
		}
	}

	private static void add(PreparedStatement insert, int number, String name) throws SQLException {
		insert.setInt(1, number);
		insert.setString(2, name);
		insert.setBytes(3, TableKeys.ofName(CustomerOrder.ofCursor(name + "\n")));
		insert.addBatch();
	}

}
