package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.jdbc.database.ConnectionRefusal;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import io.frontlineservice.diagnosis.Observation;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The database of the customers with the configured tables. Opened by
 * {@link JdbcCrmConfiguration} for the service and by {@link JdbcCrmVendor} for the
 * doctor. Thread-safe.
 */
final class CustomerDatabase implements AutoCloseable {

	private final CrmDatabase database;

	private final CustomerTables tables;

	private CustomerDatabase(CrmDatabase database, CustomerTables tables) {
		this.database = database;
		this.tables = tables;
	}

	/** Opens the database that is configured, without connecting to it. */
	static CustomerDatabase open(JdbcCrmSettings settings, AddressReader addresses, MeterRegistry meters) {
		CrmDatabase database = CrmDatabase.of(settings.database(), meters);
		return new CustomerDatabase(database, ConfiguredTables.of(settings, database, addresses));
	}

	/** Opens this database with these tables. */
	static CustomerDatabase of(CrmDatabase database, CustomerTables tables) {
		return new CustomerDatabase(database, tables);
	}

	CrmDatabase database() {
		return this.database;
	}

	CustomerTables tables() {
		return this.tables;
	}

	/** Prepares the tables: see {@link CustomerTables#prepare}. */
	List<Observation> prepare() {
		Observation refusal = refusal();
		return (refusal != null) ? List.of(refusal) : this.tables.prepare();
	}

	/** Examines the tables: see {@link CustomerTables#examine}. */
	List<Observation> examine() {
		Observation refusal = refusal();
		return (refusal != null) ? List.of(refusal) : this.tables.examine();
	}

	private @Nullable Observation refusal() {
		String state = this.database.refusal();
		return (state != null) ? ConnectionRefusal.of(state) : null;
	}

	@Override
	public void close() {
		this.database.close();
	}

}
