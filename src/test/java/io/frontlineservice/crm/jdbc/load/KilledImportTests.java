package io.frontlineservice.crm.jdbc.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.managed.ManagedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that imports is killed in the middle of a batch. */
class KilledImportTests {

	@Test
	void nextImportContinuesAfterTheLastBatch(@TempDir Path folder) throws Exception {
		String url = TestPostgres.newDatabase();
		new ManagedSchema(new DatabaseSettings(url, null, null, 1, Duration.ofSeconds(1), Duration.ofSeconds(3)))
			.migrate();
		Path file = Files.writeString(folder.resolve("customers.csv"),
				IntStream.rangeClosed(1, 3_500)
					.mapToObj((id) -> id + ",Customer " + id + ",ada@example.com\n")
					.collect(Collectors.joining("", "customer_id,display_name,worker\n", "")));
		try (Connection blocking = DriverManager.getConnection(url); Statement statement = blocking.createStatement()) {
			blocking.setAutoCommit(false);
			// The third batch waits for this transaction.
			statement.execute(
					"insert into frontline_customer (customer_id, display_name, sort_key, content, owners, search_text, "
							+ "has_number, import_id) values ('2500', '', '', '{}', '{}', '', false, 0)");
			try (ServiceProcess process = ServiceProcess.start(Files.createDirectory(folder.resolve("process")),
					Map.of("FRONTLINE_CRM_JDBC_URL", url), "import", file.toString())) {
				process.awaitOutput((output) -> rowsDone(url) >= 2_000);
			}
			blocking.rollback();
		}
		assertThat(rowsDone(url)).isEqualTo(2_000);
		ImportRun run = new ImportRun(url);
		assertThat(run.with(file.toString())).isZero();
		assertThat(run.out()).contains("  continues after row 2000, where the last import of this file ended",
				"  rows: 3500, customers written: 1500, rejected: 0, removed: 0");
		assertThat(number(url, "select count(*) from frontline_customer")).isEqualTo(3_500);
		assertThat(number(url, "select count(*) from frontline_customer_owner")).isEqualTo(7_000);
	}

	private static long rowsDone(String url) {
		return number(url, "select coalesce(max(rows_done), 0) from frontline_import");
	}

	private static long number(String url, String query) {
		try (Connection connection = DriverManager.getConnection(url);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			result.next();
			return result.getLong(1);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
