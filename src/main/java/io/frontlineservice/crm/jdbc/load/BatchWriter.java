package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.jdbc.database.SqlFailure;
import io.frontlineservice.crm.jdbc.managed.CustomerWriter;
import io.frontlineservice.crm.reader.CustomerFileRow;
import io.frontlineservice.customer.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a batch of rows and the progress of the import in one transaction. Called by
 * {@link CustomerImport}. Finds ids that occur twice in the file in the database, so that
 * no id is kept in memory. Not thread-safe.
 */
final class BatchWriter {

	private final Connection connection;

	private final CustomerWriter writer;

	private final ImportTable imports;

	/** Creates a writer for that connection, which does not commit by itself. */
	BatchWriter(Connection connection, CustomerWriter writer) {
		this.connection = connection;
		this.writer = writer;
		this.imports = new ImportTable(connection);
	}

	/**
	 * Writes the rows. If the database rejects any of them, they are written one by one.
	 * @param before how far the import is
	 * @param reached how far it is with these rows, without those that are rejected here
	 */
	BatchResult write(List<CustomerFileRow> rows, ImportRecord before, ImportRecord reached) throws SQLException {
		try {
			return attempt(rows, before, reached, false);
		}
		catch (SQLException ex) {
			if (SqlFailure.isOfConnection(ex)) {
				throw ex;
			}
			this.connection.rollback();
			return attempt(rows, before, reached, true);
		}
	}

	private BatchResult attempt(List<CustomerFileRow> rows, ImportRecord before, ImportRecord reached, boolean singly)
			throws SQLException {
		this.imports.lock(before);
		List<BatchRow> result = sort(rows, before.id());
		if (singly) {
			result = writeSingly(result, before.id());
		}
		else {
			this.writer.write(this.connection,
					result.stream().filter(BatchRow::isStored).map((it) -> it.row().customer()).toList(), before.id());
		}
		long rejected = result.stream().filter(BatchRow::isRejected).count();
		ImportRecord now = new ImportRecord(reached.id(), reached.rows(), reached.rejected() + rejected);
		this.imports.update(now);
		this.connection.commit();
		return new BatchResult(now, result);
	}

	/** Finds the rows that cannot be written. */
	private List<BatchRow> sort(List<CustomerFileRow> rows, long importId) throws SQLException {
		Set<String> ids = written(rows, importId);
		List<BatchRow> sorted = new ArrayList<>(rows.size());
		for (CustomerFileRow row : rows) {
			CustomerId id = row.customer().id();
			if (!CustomerWriter.canStore(id)) {
				sorted.add(BatchRow.rejected(row, "the customer_id has a character that a database cannot store"));
			}
			else {
				sorted.add(ids.add(id.value()) ? BatchRow.stored(row) : BatchRow.duplicate(row));
			}
		}
		return sorted;
	}

	/** Returns which of the ids this import has written before. */
	private Set<String> written(List<CustomerFileRow> rows, long importId) throws SQLException {
		List<String> ids = rows.stream()
			.map((row) -> row.customer().id())
			.filter(CustomerWriter::canStore)
			.map(CustomerId::value)
			.toList();
		Set<String> found = new HashSet<>();
		if (ids.isEmpty()) {
			return found;
		}
		String parameters = String.join(", ", Collections.nCopies(ids.size(), "?"));
		try (PreparedStatement statement = this.connection
			.prepareStatement("select customer_id from frontline_customer where import_id = ? and customer_id in ("
					+ parameters + ")")) {
			statement.setLong(1, importId);
			for (int i = 0; i < ids.size(); i++) {
				statement.setString(i + 2, ids.get(i));
			}
			try (ResultSet result = statement.executeQuery()) {
				while (result.next()) {
					found.add(result.getString(1));
				}
			}
		}
		return found;
	}

	private List<BatchRow> writeSingly(List<BatchRow> rows, long importId) throws SQLException {
		List<BatchRow> result = new ArrayList<>(rows.size());
		for (BatchRow row : rows) {
			result.add(row.isStored() ? writeSingle(row.row(), importId) : row);
		}
		return result;
	}

	private BatchRow writeSingle(CustomerFileRow row, long importId) throws SQLException {
		Savepoint savepoint = this.connection.setSavepoint();
		try {
			this.writer.write(this.connection, List.of(row.customer()), importId);
			this.connection.releaseSavepoint(savepoint);
			return BatchRow.stored(row);
		}
		catch (SQLException ex) {
			if (SqlFailure.isOfConnection(ex)) {
				throw ex;
			}
			this.connection.rollback(savepoint);
			return BatchRow.rejected(row, "the database does not store this customer: SQLSTATE " + ex.getSQLState());
		}
	}

	/**
	 * A batch that is stored.
	 *
	 * @param reached how far the import is now
	 * @param rows what became of each row
	 */
	record BatchResult(ImportRecord reached, List<BatchRow> rows) {
	}

}
