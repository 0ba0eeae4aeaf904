package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.database.SqlFailure;
import io.frontlineservice.crm.jdbc.managed.CustomerWriter;
import io.frontlineservice.crm.jdbc.managed.ManagedSchema;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Imports files into the tables of this service, with a connection of its own. Called by
 * {@link ImportCommand} and {@link FirstImport}. Thread-safe.
 */
final class FileImport {

	private final ManagedSchema schema;

	private final DatabaseProduct product;

	private final CustomerFile file;

	FileImport(DatabaseSettings database, CustomerFile file) {
		this.schema = new ManagedSchema(database);
		this.product = database.product();
		this.file = file;
	}

	/**
	 * Creates the tables if there are none, and imports the file.
	 * @param fingerprint identifies the content of the file and how it is read
	 * @param replace whether to remove the customers that the file does not have
	 * @throws ImportFailedException if the database cannot be used
	 * @throws io.frontlineservice.datafile.BadFileException if the file cannot be read to
	 * its end
	 * @throws IOException if it cannot be read
	 */
	ImportResult run(FileLocation location, String fingerprint, boolean replace, ImportLog log) throws IOException {
		this.schema.migrate();
		try (Connection connection = this.schema.connections().getConnection()) {
			connection.setAutoCommit(false);
			ImportResult result = run(connection, location, fingerprint, replace, log);
			optimize(connection);
			return result;
		}
		catch (SQLException ex) {
			throw new ImportFailedException(String.valueOf(SqlFailure.unavailable(ex).getMessage()), ex);
		}
	}

	/** Returns whether there are no customers, or only some of an import of that file. */
	boolean isNeeded(String fingerprint) {
		this.schema.migrate();
		try (Connection connection = this.schema.connections().getConnection()) {
			ImportTable imports = new ImportTable(connection);
			return imports.hasNoCustomers() || imports.unfinished(fingerprint).isPresent();
		}
		catch (SQLException ex) {
			throw SqlFailure.unavailable(ex);
		}
	}

	private ImportResult run(Connection connection, FileLocation location, String fingerprint, boolean replace,
			ImportLog log) throws IOException, SQLException {
		ImportTable imports = new ImportTable(connection);
		Optional<ImportRecord> unfinished = imports.unfinished(fingerprint);
		ImportRecord start = unfinished.isPresent() ? unfinished.get() : imports.start(fingerprint);
		connection.commit();
		if (start.rows() > 0) {
			log.continuesAfter(start.rows());
		}
		LoadReport report = new LoadReport();
		CustomerWriter writer = new CustomerWriter(this.product);
		CustomerImport rows = new CustomerImport(connection, writer, start, report, log);
		this.file.read(location, report, rows);
		rows.flush();
		ImportRecord reached = rows.reached();
		imports.lock(reached);
		boolean complete = reached.rejected() == 0 && reached.rows() > 0;
		int removed = (replace && complete) ? writer.deleteOthers(connection, reached.id()) : 0;
		imports.finish(reached);
		connection.commit();
		return new ImportResult(reached, rows.written(), removed, replace && !complete, report);
	}

	/**
	 * After many changes the database needs new statistics, and PostgreSQL reads an index
	 * alone only after this.
	 */
	private void optimize(Connection connection) {
		String tables = "frontline_customer, frontline_customer_owner, frontline_customer_address";
		try (Statement statement = connection.createStatement()) {
			connection.setAutoCommit(true);
			switch (this.product) {
				case POSTGRESQL -> statement.execute("vacuum (analyze) " + tables);
				case MARIADB -> statement.execute("analyze table " + tables);
				case OTHER -> {
				}
			}
		}
		catch (SQLException ex) {
			// The database does the same itself, a little later.
		}
	}

}
