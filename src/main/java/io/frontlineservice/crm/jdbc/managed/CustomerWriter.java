package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Writes customers to the tables of this service. Called by the import, in its
 * transaction. Stateless and thread-safe.
 */
public final class CustomerWriter {

	private final ManagedDialect dialect;

	/** Creates a writer for that kind of server. */
	public CustomerWriter(DatabaseProduct product) {
		this.dialect = ManagedDialect.of(product);
	}

	/**
	 * Returns whether the id of a customer can be stored. One with a NUL character
	 * cannot.
	 */
	public static boolean canStore(CustomerId id) {
		return TableKeys.isStorable(id.value());
	}

	/**
	 * Adds these customers, or replaces those with the same id.
	 * @param connection a writable connection with a transaction
	 * @param customers the customers, each id once
	 * @param importId the import that writes them
	 */
	public void write(Connection connection, List<CrmCustomer> customers, long importId) throws SQLException {
		List<StoredCustomer> rows = customers.stream().map(StoredCustomer::of).toList();
		deleteKeys(connection, rows.stream().map(StoredCustomer::id).toList());
		try (PreparedStatement statement = connection.prepareStatement(this.dialect.upsert())) {
			for (StoredCustomer row : rows) {
				this.dialect.bind(statement, row, importId);
				statement.addBatch();
			}
			statement.executeBatch();
		}
		insertLists(connection, rows);
		insertAddresses(connection, rows);
	}

	/** Removes the customers with these ids. */
	public void delete(Connection connection, List<CustomerId> ids) throws SQLException {
		List<String> values = ids.stream().map(CustomerId::value).toList();
		deleteKeys(connection, values);
		deleteAll(connection, "delete from frontline_customer where customer_id = ?", values);
	}

	/**
	 * Removes all customers that this import has not written.
	 * @return how many these are
	 */
	public int deleteOthers(Connection connection, long importId) throws SQLException {
		String others = "customer_id in (select customer_id from frontline_customer where import_id <> ?)";
		deleteWhere(connection, "frontline_customer_owner", others, importId);
		deleteWhere(connection, "frontline_customer_address", others, importId);
		return deleteWhere(connection, "frontline_customer", "import_id <> ?", importId);
	}

	private static int deleteWhere(Connection connection, String table, String condition, long importId)
			throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("delete from " + table + " where " + condition)) {
			statement.setLong(1, importId);
			return statement.executeUpdate();
		}
	}

	private static void deleteKeys(Connection connection, Collection<String> ids) throws SQLException {
		deleteAll(connection, "delete from frontline_customer_owner where customer_id = ?", ids);
		deleteAll(connection, "delete from frontline_customer_address where customer_id = ?", ids);
	}

	private static void deleteAll(Connection connection, String sql, Collection<String> ids) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (String id : ids) {
				statement.setString(1, id);
				statement.addBatch();
			}
			statement.executeBatch();
		}
	}

	private static void insertLists(Connection connection, List<StoredCustomer> rows) throws SQLException {
		try (PreparedStatement statement = connection
			.prepareStatement("insert into frontline_customer_owner (owner_key, sort_key, customer_id, short_text) "
					+ "values (?, ?, ?, ?)")) {
			for (StoredCustomer row : rows) {
				String shortText = row.shortText();
				for (String list : row.lists()) {
					statement.setString(1, list);
					statement.setBytes(2, row.sortKey());
					statement.setString(3, row.id());
					statement.setString(4, shortText);
					statement.addBatch();
				}
			}
			statement.executeBatch();
		}
	}

	private static void insertAddresses(Connection connection, List<StoredCustomer> rows) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(
				"insert into frontline_customer_address (address_key, sort_key, customer_id) values (?, ?, ?)")) {
			for (StoredCustomer row : rows) {
				for (String address : row.addresses()) {
					statement.setString(1, address);
					statement.setBytes(2, row.sortKey());
					statement.setString(3, row.id());
					statement.addBatch();
				}
			}
			statement.executeBatch();
		}
	}

}
