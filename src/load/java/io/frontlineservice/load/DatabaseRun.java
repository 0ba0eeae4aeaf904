package io.frontlineservice.load;

import io.frontlineservice.crm.jdbc.managed.LargeDatabase;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Postgres;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the app's callbacks over HTTP with customers in the tables of this service in
 * PostgreSQL. {@code src/load/database.sh} runs it.
 */
final class DatabaseRun {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseRun.class);

	/** About what a small database server has. */
	private static final List<String> SETTINGS = List.of("shared_buffers=2GB", "effective_cache_size=8GB",
			"max_wal_size=8GB", "autovacuum=off", "random_page_cost=1.1", "synchronous_commit=off");

	private static final int WARM_UP_SECONDS = 60;

	private final int customers;

	private final int seconds;

	private final String visibility;

	private DatabaseRun(int customers, int seconds, String visibility) {
		this.customers = customers;
		this.seconds = seconds;
		this.visibility = visibility;
	}

	/**
	 * The arguments are the number of customers, the seconds to measure, and which
	 * customers a worker sees (owner or everyone). The variable DATA is the folder to
	 * keep the database in.
	 */
	public static void main(String[] arguments) throws IOException {
		String data = System.getenv("DATA");
		DatabaseRun run = new DatabaseRun(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]);
		Site site = new Site(Clock.systemUTC());
		boolean good = false;
		try {
			good = run.run(site, (data != null) ? Path.of(data).toAbsolutePath() : null);
		}
		catch (Exception ex) {
			logger.error("The run has ended early", ex);
		}
		site.close(good);
		System.exit(good ? 0 : 1);
	}

	private boolean run(Site site, @Nullable Path data) throws IOException, InterruptedException, SQLException {
		try (Postgres postgres = new Postgres(site.folder().resolve("postgres.log"), SETTINGS, data)) {
			fill(postgres.url(), (data != null) ? data.resolve("filled") : site.folder().resolve("filled"));
			return this.seconds == 0 || measure(site, postgres.url());
		}
	}

	/** Fills the tables, unless an earlier run has done so. */
	private void fill(String url, Path filled) throws IOException, SQLException {
		if (Files.exists(filled)) {
			if (!Files.readString(filled).equals(String.valueOf(this.customers))) {
				throw new IOException("The folder in DATA has " + Files.readString(filled) + " customers");
			}
			return;
		}
		long start = System.nanoTime();
		LargeDatabase.fill(url, Postgres.USER, this.customers);
		Files.writeString(filled, String.valueOf(this.customers));
		System.out.printf("%,d customers in %d s, %s on the disk%n", this.customers,
				(System.nanoTime() - start) / 1_000_000_000, LargeDatabase.size(url, Postgres.USER));
	}

	private boolean measure(Site site, String url) throws IOException, InterruptedException {
		Instance instance = site.instance("service", Program.jar(site.folder(), List.of("-Xmx512m")),
				Map.of("FRONTLINE_VISIBILITY", this.visibility, "FRONTLINE_CRM_ADAPTER", "jdbc",
						"FRONTLINE_CRM_JDBC_URL", url, "FRONTLINE_CRM_JDBC_USERNAME", Postgres.USER,
						"FRONTLINE_CRM_JDBC_SCHEMA", "managed"));
		instance.start();
		instance.awaitReady();
		DatabaseCalls calls = new DatabaseCalls(instance.url(), this.customers);
		calls.findPagesFarDown();
		calls.send(WARM_UP_SECONDS);
		DatabaseAnswers answers = calls.send(this.seconds);
		instance.kill();
		return answers.print();
	}

}
