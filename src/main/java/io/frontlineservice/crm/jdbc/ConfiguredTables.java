package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import java.util.Optional;

/**
 * Makes the tables that {@code frontline.crm.jdbc.schema} chooses. Called by
 * {@link CustomerDatabase}.
 */
final class ConfiguredTables {

	private ConfiguredTables() {
	}

	static CustomerTables of(JdbcCrmSettings settings, CrmDatabase database, AddressReader addresses) {
		Optional<CustomerTables> none = Optional.empty();
		return none.orElseThrow(() -> new UnsupportedOperationException("No tables for " + settings.schema()));
	}

}
