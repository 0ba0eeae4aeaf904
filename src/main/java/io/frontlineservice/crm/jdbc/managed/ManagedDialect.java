package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.diagnosis.Observation;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What differs between the databases that can have the tables of this service.
 * Implemented once for each. Thread-safe.
 */
sealed interface ManagedDialect permits PostgresDialect, MariaDbDialect {

	static ManagedDialect of(DatabaseProduct product) {
		return switch (product) {
			// Others are refused by ManagedSchema.
			case POSTGRESQL, OTHER -> new PostgresDialect();
			case MARIADB -> new MariaDbDialect();
		};
	}

	/** The folder of the migrations, on the class path. */
	String migrations();

	/** Adds a row for a customer, or replaces it. */
	String upsert();

	/** Sets the parameters of {@link #upsert}. */
	void bind(PreparedStatement statement, StoredCustomer row, long importId) throws SQLException;

	/** The condition of the rows after a place. */
	String after(Place place, SqlValues values);

	/**
	 * The condition on {@code frontline_customer c} that the index for searches answers.
	 * All customers that match meet it, and possibly some that do not.
	 * @param owners the keys of the owners; empty for all customers
	 * @param parts the texts that must occur, at least one
	 */
	String candidates(List<String> owners, List<String> parts, SqlValues values);

	/** A named subquery that is planned by itself, before the query that uses it. */
	String materialized(String name, String query);

	/** Counts how many customers have which attribute. */
	String attributeCounts();

	/** Warns of a database in which searches are slow. */
	List<Observation> warnings(Statement statement) throws SQLException;

}
