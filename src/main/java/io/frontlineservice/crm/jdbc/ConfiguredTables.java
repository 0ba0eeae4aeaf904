package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import io.frontlineservice.crm.jdbc.managed.ManagedSchema;
import io.frontlineservice.crm.jdbc.managed.ManagedTables;
import io.frontlineservice.crm.jdbc.own.OwnTables;

/**
 * Makes the tables that {@code frontline.crm.jdbc.schema} chooses. Called by
 * {@link CustomerDatabase}.
 */
final class ConfiguredTables {

	private ConfiguredTables() {
	}

	static CustomerTables of(JdbcCrmSettings settings, CrmDatabase database, AddressReader addresses) {
		return switch (settings.schema()) {
			case OWN -> OwnTables.of(database, settings.queries(), settings.fields(), addresses);
			case MANAGED -> new ManagedTables(database, new ManagedSchema(settings.database()));
		};
	}

}
