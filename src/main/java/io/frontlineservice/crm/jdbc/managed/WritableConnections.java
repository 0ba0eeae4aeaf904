package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes connections for migrations and imports, apart from the pool whose connections
 * only read. Called by {@link ManagedSchema}.
 */
final class WritableConnections {

	private WritableConnections() {
	}

	static DataSource of(DatabaseSettings settings) {
		DriverManagerDataSource connections = new DriverManagerDataSource(settings.url());
		connections.setConnectionProperties(properties(settings.product()));
		if (settings.username() != null) {
			connections.setUsername(settings.username());
		}
		if (settings.password() != null) {
			connections.setPassword(settings.password().reveal());
		}
		return connections;
	}

	private static Properties properties(DatabaseProduct product) {
		Properties properties = new Properties();
		switch (product) {
			case POSTGRESQL -> {
				properties.setProperty("connectTimeout", "5");
				properties.setProperty("tcpKeepAlive", "true");
				properties.setProperty("ApplicationName", "frontline-integration-service import");
				properties.setProperty("reWriteBatchedInserts", "true");
			}
			case MARIADB -> {
				properties.setProperty("connectTimeout", "5000");
				properties.setProperty("useBulkStmts", "true");
			}
			case OTHER -> {
			}
		}
		return properties;
	}

}
