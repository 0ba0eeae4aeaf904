package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.SqlFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The extension of PostgreSQL that the index for searches needs. Created by
 * {@link ManagedSchema} before the migrations, because a missing right has a message of
 * its own.
 */
final class TrigramExtension {

	private TrigramExtension() {
	}

	/**
	 * Creates the extension if the database does not have it.
	 * @throws SchemaRefusedException if the user may not do that
	 */
	static void create(DataSource connections) throws SQLException {
		try (Connection connection = connections.getConnection(); Statement statement = connection.createStatement()) {
			if (!exists(statement)) {
				create(statement);
			}
		}
	}

	private static void create(Statement statement) throws SQLException {
		try {
			statement.execute("create extension if not exists pg_trgm");
		}
		catch (SQLException ex) {
			// Another instance may have created it at the same time.
			if (!exists(statement)) {
				throw refused(ex);
			}
		}
	}

	private static boolean exists(Statement statement) throws SQLException {
		try (ResultSet result = statement.executeQuery("select 1 from pg_extension where extname = 'pg_trgm'")) {
			return result.next();
		}
	}

	private static RuntimeException refused(SQLException failure) {
		if (SqlFailure.isOfConnection(failure)) {
			return SqlFailure.unavailable(failure);
		}
		return new SchemaRefusedException(
				"The database of the customers has no extension pg_trgm, and the user frontline.crm.jdbc.username "
						+ "could not create it: SQLSTATE " + failure.getSQLState(),
				"Let the owner of the database or a superuser run this in the database: create extension pg_trgm",
				failure);
	}

}
