package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.worker.WorkerIdentity;
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
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;

/**
 * Fills the tables of this service in PostgreSQL with many customers, as an import of
 * them would: on average 1,000 for each worker, up to 10,000; names of which some are
 * common and most are rare. The same number of customers is always the same customers.
 * Used by {@code DatabaseRun}.
 */
public final class LargeDatabase {

	private static final int CHUNK = 20_000;

	private static final int CUSTOMERS_OF_A_WORKER = 1_000;

	private static final List<String> FIRST = List.of("Maria", "Ana", "José", "Anna", "Peter", "Jürgen", "Nora",
			"Lukas", "Zoe", "Marc", "Siobhán", "Ali", "Mehmet", "Łukasz", "Ingrid", "Otto", "Carla", "Noah", "Emma",
			"Liam");

	private static final List<String> LAST = List.of("Silva", "Garcia", "Müller", "Smith", "Hill", "Nowak", "Rossi",
			"Dupont", "Jensen", "Yılmaz", "O'Brien", "Berg", "Frey", "Lind", "Marsh", "Costa", "Weber", "Novak", "Khan",
			"Cruz");

	private static final String SYLLABLES = "ba be bi bo da de di do fa fe ka ke ki ko la le li lo ma me mi na ne ni no ra "
			+ "re ri ro sa se si so ta te ti to va ve vi";

	private static final String[] PARTS = SYLLABLES.split(" ");

	private final ManagedSchema schema;

	private final int rows;

	private LargeDatabase(ManagedSchema schema, int rows) {
		this.schema = schema;
		this.rows = rows;
	}

	/** Creates the tables in an empty database, and fills them. */
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

	/** Returns a worker of a database with that many customers, by a number from 0. */
	public static String worker(int number) {
		return "worker" + number + "@example.com";
	}

	/** Returns how many workers there are. */
	public static int workers(int rows) {
		return Math.max(1, rows / CUSTOMERS_OF_A_WORKER);
	}

	/** Returns the number of a customer. */
	public static String number(int customer) {
		return "+4917" + (100_000_000 + customer);
	}

	/** Returns the customer with that number, from 0. */
	public static CrmCustomer customer(int i, int rows) {
		Random random = new Random(i * 2_654_435_761L);
		String first = name(FIRST, random, 2);
		String last = name(LAST, random, 3);
		String id = String.valueOf(1_000_000_000L + i);
		String worker = worker((int) (workers(rows) * Math.pow(random.nextDouble(), 1.3)));
		Customer card = new Customer(id, first + " " + last, List.of(new Channel(ChannelType.SMS, number(i)),
				new Channel(ChannelType.WHATSAPP, "whatsapp:" + number(i))), null, null, null);
		String email = (first + "." + last + i % 997).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]", "")
				+ "@example.com";
		return new CrmCustomer(card, Set.of(WorkerIdentity.of(worker)), List.of(email),
				(i % 3 == 0) ? name(LAST, random, 3) + " Ltd" : null, "de", null,
				Map.of("city", "Vienna", "vip", i % 7 == 0));
	}

	/** A third has one of the common names, and of these the first ones more often. */
	private static String name(List<String> common, Random random, int syllables) {
		if (random.nextInt(3) == 0) {
			return common.get((int) (common.size() * Math.pow(random.nextDouble(), 2)));
		}
		StringBuilder name = new StringBuilder();
		for (int i = 0; i < syllables; i++) {
			name.append(PARTS[random.nextInt(PARTS.length)]);
		}
		return Character.toUpperCase(name.charAt(0)) + name.substring(1);
	}

	private void fill() throws SQLException, IOException {
		String indexes = new ClassPathResource("db/crm/postgresql/V2__customer_indexes.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		try (Connection connection = this.schema.connections().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("set maintenance_work_mem = '1GB'");
			for (String index : List.of("customer_owner_list", "customer_owner_customer", "customer_address_key",
					"customer_address_customer", "customer_search", "customer_pkey")) {
				statement.execute(index.equals("customer_pkey")
						? "alter table frontline_customer drop constraint frontline_customer_pkey"
						: "drop index frontline_" + index);
			}
			IntStream.iterate(0, (i) -> i < this.rows, (i) -> i + CHUNK).parallel().forEach(this::copy);
			statement.execute("alter table frontline_customer add primary key (customer_id)");
			for (String sql : indexes.split(";\\s*", 0)) {
				statement.execute(sql);
			}
			statement.execute("vacuum analyze");
		}
	}

	private void copy(int from) {
		StringBuilder customers = new StringBuilder();
		StringBuilder lists = new StringBuilder();
		StringBuilder addresses = new StringBuilder();
		for (int i = from; i < Math.min(this.rows, from + CHUNK); i++) {
			StoredCustomer row = StoredCustomer.of(customer(i, this.rows));
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
