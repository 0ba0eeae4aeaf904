package io.frontlineservice.work;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.metadata.HikariDataSourcePoolMetadata;
import org.springframework.boot.jdbc.metrics.DataSourcePoolMetrics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The beans of the durable store. None of them is a default candidate: each is injected
 * only as {@link WorkStore}, and Spring Boot configures nothing for them.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

	@Bean(defaultCandidate = false)
	@WorkStore
	HikariDataSource storeDataSource(StoreSettings settings) {
		HikariDataSource store = StoreOpener.open(settings);
		StoreMigration.migrate(store, settings.isEmbedded());
		return store;
	}

	@Bean(defaultCandidate = false)
	@WorkStore
	JdbcClient storeClient(@WorkStore DataSource store) {
		return JdbcClient.create(store);
	}

	@Bean(defaultCandidate = false)
	@WorkStore
	PlatformTransactionManager storeTransactionManager(@WorkStore DataSource store) {
		return new JdbcTransactionManager(store);
	}

	@Bean(defaultCandidate = false)
	@WorkStore
	TransactionTemplate storeTransaction(@WorkStore PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

	/** The metrics that Spring Boot has for default candidates. */
	@Bean
	MeterBinder storeMetrics(@WorkStore HikariDataSource store) {
		return (meters) -> {
			if (store.getMetricsTrackerFactory() == null) {
				store.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
			}
			new DataSourcePoolMetrics(store, (it) -> new HikariDataSourcePoolMetadata(store), "store", List.of())
				.bindTo(meters);
		};
	}

}
