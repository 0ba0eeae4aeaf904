package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What differs between the databases that can have the tables of this service.
 * Implemented once for each. Thread-safe.
 */
sealed interface ManagedDialect permits PostgresDialect, MariaDbDialect {

	static ManagedDialect of(DatabaseProduct product) {
		return switch (product) {
			case POSTGRESQL -> new PostgresDialect();
			case MARIADB -> new MariaDbDialect();
			case OTHER -> throw new IllegalArgumentException("There are no migrations for this database");
		};
	}

	/** The folder of the migrations, on the class path. */
	String migrations();

	/** Adds a row for a customer, or replaces it. */
	String upsert();

	/** Sets the parameters of {@link #upsert}. */
	void bind(PreparedStatement statement, StoredCustomer row, long importId) throws SQLException;

}
