package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An unusable store is refused with an explanation that does not quote the driver. */
class StoreRefusedTests {

	@TempDir
	private Path folder;

	@Test
	void fileThatIsNotDatabase() throws IOException {
		Path file = Files.writeString(this.folder.resolve("store.db"), "A letter to somebody\n".repeat(200));
		assertRefused("jdbc:sqlite:" + file, "names a file that is not an SQLite database");
		assertThat(file).hasContent("A letter to somebody\n".repeat(200));
	}

	@Test
	void fileOfAnotherProcess() throws Exception {
		String url = "jdbc:sqlite:" + this.folder.resolve("store.db");
		try (HikariDataSource other = TestStore.open(url);
				Connection connection = other.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table locked (id int)");
			assertRefused(url, "names a file that another process uses");
		}
	}

	@Test
	void folderThatCannotBeCreated() throws IOException {
		Path file = Files.createFile(this.folder.resolve("data"));
		assertRefused("jdbc:sqlite:" + file + "/store.db", "must name a file in a folder: " + file);
	}

	@Test
	void databaseThatDoesNotExist() {
		assertRefused(TestPostgres.newDatabase().replace("/db_", "/no_"),
				"names a database that the server does not have");
	}

	@Test
	void serverThatCannotBeReached() throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		assertRefused("jdbc:postgresql://localhost:" + closed + "/frontline?password=secret",
				"names a database that cannot be reached");
	}

	@Test
	void storeOfNewerVersionIsRefused() {
		String url = "jdbc:sqlite:" + this.folder.resolve("store.db");
		migrate(url);
		change(url,
				"insert into flyway_schema_history (installed_rank, version, description, type, script, "
						+ "checksum, installed_by, execution_time, success) "
						+ "select 999, '999', 'newer', type, 'V999__newer.sql', 1, installed_by, 1, true "
						+ "from flyway_schema_history where version = '1'");
		assertMigrationRefused(url, "names a store whose tables are of another version of this service: ");
	}

	@Test
	void tablesThatAreNotOfThisServiceAreRefused() {
		String url = "jdbc:sqlite:" + this.folder.resolve("store.db");
		change(url, "create table customer (id int)");
		assertMigrationRefused(url, "names a store whose tables could not be created or updated: FlywayException");
	}

	@Test
	void userWhoMayNotCreateTablesIsRefused() {
		String url = TestPostgres.newDatabase();
		change(url,
				"alter database " + url.replaceFirst(".*/(\\w+).*", "$1") + " set default_transaction_read_only = on");
		assertMigrationRefused(url, "names a database in which this service could not create or update its tables "
				+ "(SQLSTATE 25006): the user frontline.store.username must have the right to create tables");
	}

	private static void migrate(String url) {
		try (HikariDataSource store = TestStore.open(url)) {
			StoreMigration.migrate(store, EmbeddedFile.isEmbedded(url));
		}
	}

	private static void change(String url, String sql) {
		try (HikariDataSource store = TestStore.open(url)) {
			JdbcClient.create(store).sql(sql).update();
		}
	}

	private static void assertMigrationRefused(String url, String problem) {
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(() -> migrate(url))
			.withMessageStartingWith(problem);
	}

	private static void assertRefused(String url, String problem) {
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(() -> TestStore.open(url))
			.withMessageStartingWith(problem)
			.withMessageNotContaining("secret")
			.satisfies((refused) -> assertThat(new StoreRefusedAnalyzer().analyze(refused).getDescription())
				.startsWith("The store cannot be opened: frontline.store.url " + problem));
	}

}
