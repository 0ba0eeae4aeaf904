package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.metrics.DataSourcePoolMetricsAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The durable store beside a {@code DataSource} that an adapter brings. */
class WorkStoreTests {

	private static final String TABLES = "select count(*) from sqlite_master where name = ";

	@TempDir
	private Path folder;

	@Test
	void storeUsesItsOwnDataSourceBesideSecondOne() {
		runner().withUserConfiguration(SecondDataSource.class).run((context) -> {
			assertThat(context).hasNotFailed();
			JdbcClient store = context.getBean("storeClient", JdbcClient.class);
			assertThat(has(store, "work_request")).isTrue();
			store.sql("create table of_store (id int)").update();
			context.getBean(WorkQueue.class).request(WaitingWork.NAME, WaitingWork.ALL);

			JdbcClient second = context.getBean("jdbcClient", JdbcClient.class);
			assertThat(has(second, "work_request")).isFalse();
			assertThat(has(second, "of_store")).isFalse();
			assertThat(has(second, "flyway_schema_history")).isFalse();
		});
	}

	@Test
	void secondDataSourceNeedsNoQualifier() {
		runner().withUserConfiguration(SecondDataSource.class).run((context) -> {
			Unqualified unqualified = create(context);
			assertThat(unqualified.dataSource()).isSameAs(context.getBean("dataSource"));
			assertThat(unqualified.client()).isSameAs(context.getBean("jdbcClient"));
			assertThat(unqualified.transaction()).isSameAs(context.getBean("transactionTemplate"));
		});
	}

	@Test
	void storeIsNotInjectedWithoutQualifier() {
		runner().run((context) -> {
			assertThat(context).hasNotFailed();
			assertThatExceptionOfType(UnsatisfiedDependencyException.class).isThrownBy(() -> create(context))
				.withCauseInstanceOf(NoSuchBeanDefinitionException.class);
			assertThat(context).doesNotHaveBean("jdbcTemplate").doesNotHaveBean("transactionManager");
		});
	}

	@Test
	void poolOfStoreIsMeasured() {
		runner().run((context) -> {
			MeterRegistry meters = new SimpleMeterRegistry();
			context.getBean("storeMetrics", MeterBinder.class).bindTo(meters);
			assertThat(meters.get("hikaricp.connections.max").tag("pool", "store").gauge().value()).isEqualTo(1);
			assertThat(meters.get("jdbc.connections.max").tag("name", "store").gauge().value()).isEqualTo(1);
		});
	}

	private static Unqualified create(AssertableApplicationContext context) {
		return context.getAutowireCapableBeanFactory().createBean(Unqualified.class);
	}

	private static boolean has(JdbcClient client, String table) {
		return client.sql(TABLES + "'" + table + "'").query(Integer.class).single() == 1;
	}

	private ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withUserConfiguration(TestQueue.Wiring.class)
			.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class,
					JdbcClientAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
					TransactionAutoConfiguration.class, DataSourcePoolMetricsAutoConfiguration.class))
			.withPropertyValues("frontline.store.url=jdbc:sqlite:" + this.folder.resolve("store.db"),
					"second.url=jdbc:sqlite:" + this.folder.resolve("second.db"));
	}

	/** What an adapter in a jar of its own may declare. */
	record Unqualified(DataSource dataSource, JdbcClient client, TransactionTemplate transaction) {
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class SecondDataSource {

		@Bean
		DataSource dataSource(@Value("${second.url}") String url) {
			HikariDataSource second = new HikariDataSource();
			second.setJdbcUrl(url);
			return second;
		}

	}

}
