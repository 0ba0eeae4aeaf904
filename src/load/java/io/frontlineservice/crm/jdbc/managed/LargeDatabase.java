package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/**
 * Fills the tables of this service in PostgreSQL with {@link ManyCustomers}, as an import
 * of them would. This program makes the rows of the first million; the database makes the
 * others as copies of these. The indexes are created last, with the statements of the
 * migration. Used by {@code DatabaseRun}, by one thread.
 */
public final class LargeDatabase {

	private static final int CHUNK = 20_000;

	/** The tables are not logged, because a failed run starts again. */
	private static final List<String> BEFORE = List.of("alter table frontline_customer set unlogged",
			"alter table frontline_customer_owner set unlogged", "alter table frontline_customer_address set unlogged",
			"alter table frontline_customer drop constraint frontline_customer_pkey",
			"""
					drop index frontline_customer_owner_list, frontline_customer_owner_customer,
					  frontline_customer_address_key, frontline_customer_address_customer, frontline_customer_search""");

	/** The copy g of a customer, for g from 1: see {@link ManyCustomers#customer}. */
	private static final List<String> COPIES = List.of("""
			create function other_id(id text, g int) returns text immutable
			  return id::bigint + g * 1000000""", """
			create function other_number(value text, g int) returns text immutable
			  return replace(replace(value, '4917100', '491710' || g), E'\\n017100', E'\\n01710' || g)""", """
			create function other_worker(value text, g int) returns text immutable
			  return replace(value, 'worker', 'g' || g || 'worker')""", """
			insert into frontline_customer
			select other_id(customer_id, g), display_name, sort_key, company, language, updated_at,
			  other_worker(other_number(content::text, g), g)::json, array[other_worker(owners[1], g)],
			  other_number(search_text, g), has_number, import_id
			from frontline_customer, generate_series(1, 9) g
			where other_id(customer_id, g) < :end""", """
			insert into frontline_customer_owner
			select other_worker(owner_key, g), sort_key, other_id(customer_id, g), other_number(short_text, g)
			from frontline_customer_owner, generate_series(1, 9) g
			where other_id(customer_id, g) < :end""", """
			insert into frontline_customer_address
			select other_number(address_key, g), sort_key, other_id(customer_id, g)
			from frontline_customer_address, generate_series(1, 9) g
			where other_id(customer_id, g) < :end""");

	private final ManagedSchema schema;

	private final int rows;

	private LargeDatabase(ManagedSchema schema, int rows) {
		this.schema = schema;
		this.rows = rows;
	}

	/**
	 * Creates the tables in an empty database, and fills them.
	 * @param rows the number of customers, at most 10 million
	 */
	public static void fill(String url, String user, int rows) throws SQLException, IOException {
		ManagedSchema schema = new ManagedSchema(
				new DatabaseSettings(url, user, null, 1, Duration.ofSeconds(1), Duration.ofSeconds(3)));
		schema.migrate();
		new LargeDatabase(schema, rows).fill();
	}

	/** Returns how much room the database takes, as text. */
	public static String size(String url, String user) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, user, "");
				Statement statement = connection.createStatement();
				ResultSet size = statement
					.executeQuery("select pg_size_pretty(pg_database_size(current_database()))")) {
			size.next();
			return size.getString(1);
		}
	}

	private void fill() throws SQLException, IOException {
		int made = Math.min(this.rows, ManyCustomers.ORIGINALS);
		String end = "'" + (ManyCustomers.FIRST_ID + this.rows) + "'";
		String indexes = new ClassPathResource("db/crm/postgresql/V2__customer_indexes.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		try (Connection connection = this.schema.connections().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("set maintenance_work_mem = '1GB'");
			for (String sql : BEFORE) {
				statement.execute(sql);
			}
			IntStream.iterate(0, (i) -> i < made, (i) -> i + CHUNK)
				.parallel()
				.forEach((from) -> copy(from, Math.min(made, from + CHUNK)));
			for (String sql : (this.rows > made) ? COPIES : List.<String>of()) {
				statement.execute(sql.replace(":end", end));
			}
			statement.execute("alter table frontline_customer add primary key (customer_id)");
			statement.execute(indexes);
			statement.execute("vacuum analyze");
		}
	}

	private void copy(int from, int end) {
		StringBuilder customers = new StringBuilder();
		StringBuilder lists = new StringBuilder();
		StringBuilder addresses = new StringBuilder();
		for (int i = from; i < end; i++) {
			StoredCustomer row = StoredCustomer.of(ManyCustomers.customer(i, this.rows));
			String key = "\\\\x" + HexFormat.of().formatHex(row.sortKey());
			String text = row.searchText().replace("\t", "\\t").replace("\n", "\\n");
			customers.append(String.join("\t", row.id(), row.customer().name(), key,
					row.customer().company() == null ? "\\N" : row.customer().company(), "de", "\\N",
					row.content().replace("\\", "\\\\"), "{" + String.join(",", row.owners()) + "}", text, "t", "1"))
				.append('\n');
			row.lists().forEach((list) -> lists.append(list + "\t" + key + "\t" + row.id() + "\t" + text + "\n"));
			row.addresses().forEach((address) -> addresses.append(address + "\t" + key + "\t" + row.id() + "\n"));
		}
		try (Connection connection = this.schema.connections().getConnection()) {
			copy(connection, "frontline_customer", customers);
			copy(connection, "frontline_customer_owner", lists);
			copy(connection, "frontline_customer_address", addresses);
		}
		catch (SQLException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void copy(Connection connection, String table, CharSequence rows) throws SQLException, IOException {
		connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
	}

}
