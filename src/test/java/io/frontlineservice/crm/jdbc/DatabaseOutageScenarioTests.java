package io.frontlineservice.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.FreezableProxy;
import io.frontlineservice.Management;
import io.frontlineservice.RunningService;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * The service starts while the database of the customers is down, and survives outages.
 */
@RunningService
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
		properties = { "frontline.crm.adapter=jdbc", "frontline.crm.jdbc.url=jdbc:postgresql://localhost/replaced",
				"frontline.crm.jdbc.schema=managed", "frontline.callback.budget=2s",
				"management.prometheus.metrics.export.enabled=true", "logging.level.root=info" })
class DatabaseOutageScenarioTests {

	private static final String URL = TestPostgres.newDatabase();

	private static final FreezableProxy PROXY = new FreezableProxy(
			URI.create(URL.substring("jdbc:".length())).getPort());

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "customerDatabase")
	private CustomerDatabase database;

	private final CrmCallback callback;

	private final Management management;

	DatabaseOutageScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.callback = new CrmCallback(port);
		this.management = new Management(managementPort);
	}

	static CustomerDatabase database() throws IOException, SQLException {
		try (Connection connection = DriverManager.getConnection(URL);
				Statement statement = connection.createStatement()) {
			statement.execute("""
					create table people (id text primary key, name text not null);
					insert into people select n::text, 'Name ' || lpad(n::text, 4, '0') from generate_series(1, 100) n;
					""");
		}
		PROXY.goDown();
		CrmDatabase database = CrmDatabase.of(new DatabaseSettings(URL.replaceFirst(":\\d+/", ":" + PROXY.port() + "/"),
				null, null, 4, Duration.ofSeconds(1), Duration.ofSeconds(3)));
		return CustomerDatabase.of(database, new PeopleTable(database, "1"));
	}

	@AfterAll
	static void close() throws IOException {
		PROXY.close();
	}

	@Test
	void serviceStartsWithoutDatabaseUsesItWhenItIsThereAndWarnsWhenItIsGone(CapturedOutput output) throws Exception {
		assertThat(readiness().statusCode()).isEqualTo(503);
		assertThat(readiness().body()).contains("OUT_OF_SERVICE");
		assertThat(list().statusCode()).isEqualTo(503);
		assertThat(this.management.get("/customerDatabase")).contains("\"ready\":false", "cannot be reached");
		PROXY.goUp();
		await().atMost(Duration.ofSeconds(30)).until(() -> readiness().statusCode() == 200);
		assertThat(CrmCallback.ids(CrmCallback.objects(list()))).isEqualTo(PeopleTable.ids(1, 3));
		assertThat(this.callback.details("ada@example.com", "7").body()).contains("Name 0007");
		assertThat(this.management.get("/customerDatabase")).contains("\"ready\":true", "the table can be read");
		PROXY.goDown();
		assertThat(statusOfLists(20)).containsOnly(503);
		assertThat(readiness().statusCode()).isEqualTo(200);
		assertThat(readiness().body()).contains("WARNING");
		assertThat(this.management.get("/prometheus")).contains("frontline_crm_breaker_open 1.0",
				"frontline_crm_calls_seconds_count{operation=\"list\",outcome=\"failed\"}",
				"hikaricp_connections{pool=\"crm\"}");
		// The log of the test's server is in the same output.
		assertThat(output.toString().lines().filter((line) -> !line.contains("EmbeddedPostgres")))
			.noneMatch(Pattern.compile("jdbc:postgresql|PSQLException|Connection reset|people").asPredicate());
	}

	private HttpResponse<String> list() throws IOException, InterruptedException {
		return this.callback.list("ada@example.com", "PageSize", "3");
	}

	private List<Integer> statusOfLists(int count) throws Exception {
		ExecutorService clients = Executors.newCachedThreadPool();
		try {
			List<Future<HttpResponse<String>>> lists = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				lists.add(clients.submit(this::list));
			}
			List<Integer> status = new ArrayList<>();
			for (Future<HttpResponse<String>> list : lists) {
				status.add(list.get().statusCode());
			}
			return status;
		}
		finally {
			clients.shutdown();
		}
	}

	private HttpResponse<String> readiness() throws IOException, InterruptedException {
		return this.management.response("/health/readiness");
	}

}
