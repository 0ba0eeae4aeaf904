package io.frontlineservice.crm.jdbc.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The table {@code frontline_import}: which imports there were, and how far they are.
 * Called by {@link CustomerImport} and {@link BatchWriter}, within their transactions.
 */
final class ImportTable {

	private final Connection connection;

	ImportTable(Connection connection) {
		this.connection = connection;
	}

	/**
	 * Returns the newest import, if it was of that file and has not ended. An older one
	 * cannot be continued: the rows that it wrote may have been written again.
	 */
	Optional<ImportRecord> unfinished(String fingerprint) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("select import_id, rows_done, rejected from frontline_import where import_id = "
					+ "(select max(import_id) from frontline_import) and fingerprint = ? and finished_at is null")) {
			statement.setString(1, fingerprint);
			try (ResultSet result = statement.executeQuery()) {
				return result.next()
						? Optional.of(new ImportRecord(result.getLong(1), result.getLong(2), result.getLong(3)))
						: Optional.empty();
			}
		}
	}

	/** Adds an import of that file. */
	ImportRecord start(String fingerprint) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("insert into frontline_import (fingerprint, started_at, rows_done, rejected) "
					+ "values (?, current_timestamp, 0, 0)", new String[] { "import_id" })) {
			statement.setString(1, fingerprint);
			statement.executeUpdate();
			try (ResultSet keys = statement.getGeneratedKeys()) {
				keys.next();
				return new ImportRecord(keys.getLong(1), 0, 0);
			}
		}
	}

	/**
	 * Locks the import until the end of the transaction.
	 * @throws ImportFailedException if another process has continued it, or has started
	 * another import
	 */
	void lock(ImportRecord current) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("select rows_done from frontline_import where import_id = ? for update")) {
			statement.setLong(1, current.id());
			try (ResultSet result = statement.executeQuery()) {
				if (!result.next() || result.getLong(1) != current.rows() || newest() != current.id()) {
					throw new ImportFailedException("another import has been started: this one ends here");
				}
			}
		}
	}

	private long newest() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet result = statement.executeQuery("select max(import_id) from frontline_import")) {
			result.next();
			return result.getLong(1);
		}
	}

	/** Stores how far the import is. */
	void update(ImportRecord reached) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("update frontline_import set rows_done = ?, rejected = ? where import_id = ?")) {
			statement.setLong(1, reached.rows());
			statement.setLong(2, reached.rejected());
			statement.setLong(3, reached.id());
			statement.executeUpdate();
		}
	}

	/** Stores that the import has ended. */
	void finish(ImportRecord done) throws SQLException {
		try (PreparedStatement statement = this.connection
			.prepareStatement("update frontline_import set finished_at = current_timestamp where import_id = ?")) {
			statement.setLong(1, done.id());
			statement.executeUpdate();
		}
	}

	/** Returns whether there are no customers. */
	boolean hasNoCustomers() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet result = statement.executeQuery("select 1 from frontline_customer limit 1")) {
			return !result.next();
		}
	}

}
