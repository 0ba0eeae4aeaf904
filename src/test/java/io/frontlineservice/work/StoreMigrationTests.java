package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the store in a PostgreSQL database that is not empty. */
class StoreMigrationTests {

	private static final String REFUSED = "names a schema in which another program has a table ";

	private final String url = TestPostgres.newDatabase();

	@Test
	void tablesOfOthersStay() {
		change("create table customer (id int)");
		change("insert into customer values (7)");
		migrate();
		migrate();
		assertThat(number("select count(*) from work_request")).isZero();
		assertThat(number("select id from customer")).isEqualTo(7);
	}

	@Test
	void storeIsCurrentOnlyWithExactlyTheseMigrations() {
		assertThat(isCurrent()).isFalse();
		migrate();
		assertThat(isCurrent()).isTrue();
		change("update flyway_schema_history set success = false where version = '2'");
		assertThat(isCurrent()).isFalse();
		change("update flyway_schema_history set success = true, checksum = checksum + 1 where version = '2'");
		assertThat(isCurrent()).isFalse();
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(this::migrate);
		change("update flyway_schema_history set checksum = checksum - 1 where version = '2'");
		assertThat(isCurrent()).isTrue();
		change("delete from flyway_schema_history where version = '2'");
		assertThat(isCurrent()).isFalse();
	}

	/** As a CRM schema that Flyway manages under another name. */
	@Test
	void otherHistoryOfFlywayStays() {
		change("create table other_history (installed_rank int)");
		migrate();
		assertThat(number("select count(*) from other_history")).isZero();
		assertThat(number("select count(*) from conversation")).isZero();
	}

	@Test
	void tableWithNameOfOursIsRefused() {
		change("create table conversation (id int)");
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(this::migrate)
			.withMessageStartingWith(REFUSED);
		assertThat(number("select count(*) from conversation")).isZero();
	}

	@Test
	void historyOfAnotherProgramIsRefusedUnlessTheStoreHasItsOwnSchema() {
		change("""
				create table flyway_schema_history (installed_rank int primary key, version varchar(50),
				description varchar(200), type varchar(20), script varchar(1000), checksum int,
				installed_by varchar(100), installed_on timestamp default now(), execution_time int, success boolean)""");
		change("""
				insert into flyway_schema_history
				values (1, '1', 'theirs', 'SQL', 'V1__theirs.sql', 1, 'them', now(), 1, true)""");
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(() -> migrate(this.url))
			.withMessageEndingWith("name another database, or another schema of this one with ?currentSchema=");
		change("create schema frontline");
		migrate(this.url + "&currentSchema=frontline");
		assertThat(number("select count(*) from frontline.work_request")).isZero();
	}

	@Test
	void instancesThatStartAtTheSameTimeCreateTheTablesOnce() throws Exception {
		int instances = 3;
		CyclicBarrier start = new CyclicBarrier(instances);
		ExecutorService threads = Executors.newFixedThreadPool(instances);
		for (int round = 0; round < 3; round++) {
			String shared = TestPostgres.newDatabase();
			List<Future<?>> started = new ArrayList<>();
			for (int i = 0; i < instances; i++) {
				started.add(threads.submit(() -> {
					try (HikariDataSource store = TestStore.open(shared)) {
						start.await();
						StoreMigration.migrate(store, false);
					}
					return null;
				}));
			}
			for (Future<?> it : started) {
				it.get();
			}
		}
		threads.shutdown();
	}

	private boolean isCurrent() {
		try (HikariDataSource store = TestStore.open(this.url)) {
			return new MigrationHistory(store, false).isCurrent();
		}
	}

	private void migrate() {
		migrate(this.url);
	}

	private static void migrate(String url) {
		try (HikariDataSource store = TestStore.open(url)) {
			StoreMigration.migrate(store, false);
		}
	}

	private void change(String sql) {
		try (HikariDataSource store = TestStore.open(this.url)) {
			JdbcClient.create(store).sql(sql).update();
		}
	}

	private int number(String sql) {
		try (HikariDataSource store = TestStore.open(this.url)) {
			return JdbcClient.create(store).sql(sql).query(Integer.class).single();
		}
	}

}
