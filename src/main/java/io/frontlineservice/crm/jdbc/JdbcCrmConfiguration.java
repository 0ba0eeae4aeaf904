package io.frontlineservice.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.datafile.FileLocation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.metadata.HikariDataSourcePoolMetadata;
import org.springframework.boot.jdbc.metrics.DataSourcePoolMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Sets up the SQL adapter, where {@code frontline.crm.adapter} is {@code jdbc}. Its pool
 * is not a bean, so that it is never taken for the store.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JdbcCrmSettings.class)
@ConditionalOnProperty(name = "frontline.crm.adapter", havingValue = JdbcCrmVendor.NAME)
class JdbcCrmConfiguration {

	@Bean
	CustomerDatabase customerDatabase(JdbcCrmSettings settings, AddressReader addresses, MeterRegistry meters) {
		return CustomerDatabase.open(settings, addresses, meters);
	}

	@Bean(initMethod = "start")
	TablePreparation tablePreparation(CustomerDatabase database, JdbcCrmSettings settings, Environment environment) {
		FileLocation firstImport = FileLocation.ifGiven(settings.firstImport());
		return new TablePreparation(
				(firstImport == null || settings.schema() != TableSchema.MANAGED) ? database::prepare
						: new FirstImportPreparation(database, settings.database(), firstImport, environment));
	}

	@Bean
	CrmAdapter jdbcCrmAdapter(CustomerDatabase database, TablePreparation preparation) {
		return new JdbcCrmAdapter(database.tables(), preparation::isReady);
	}

	@Bean
	CustomerDatabaseEndpoint customerDatabaseEndpoint(CustomerDatabase database, TablePreparation preparation) {
		return new CustomerDatabaseEndpoint(database, preparation);
	}

	/** The metrics that Spring Boot has for pools that are beans. */
	@Bean
	MeterBinder customerDatabaseMetrics(CustomerDatabase database) {
		HikariDataSource pool = database.database().pool();
		return (meters) -> {
			if (pool.getMetricsTrackerFactory() == null) {
				pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
			}
			new DataSourcePoolMetrics(pool, (it) -> new HikariDataSourcePoolMetadata(pool), "crm", List.of())
				.bindTo(meters);
		};
	}

}
