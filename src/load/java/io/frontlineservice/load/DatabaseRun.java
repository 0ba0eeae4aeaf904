package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.crm.jdbc.managed.LargeDatabase;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Postgres;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Site;
import io.frontlineservice.site.Uptime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the app's callbacks over HTTP with customers in the tables of this service in
 * PostgreSQL. {@code src/load/database.sh} runs it.
 */
final class DatabaseRun {

	/** About what a small database server has. */
	private static final List<String> SETTINGS = List.of("shared_buffers=2GB", "effective_cache_size=8GB",
			"max_wal_size=8GB", "random_page_cost=1.1", "synchronous_commit=off");

	private static final int WARM_UP_SECONDS = 20;

	private DatabaseRun() {
	}

	/** The arguments are the number of customers and the seconds to measure. */
	public static void main(String[] arguments) throws Exception {
		int customers = Integer.parseInt(arguments[0]);
		int seconds = Integer.parseInt(arguments[1]);
		Path folder = Files.createTempDirectory("database");
		try (Postgres postgres = new Postgres(folder.resolve("postgres.log"), SETTINGS)) {
			long start = System.nanoTime();
			LargeDatabase.fill(postgres.url(), Postgres.USER, customers);
			System.out.printf("%,d customers in %d s, %s on the disk%n", customers,
					(System.nanoTime() - start) / 1_000_000_000, LargeDatabase.size(postgres.url(), Postgres.USER));
			Instance instance = new Instance("service", Program.unpack(folder, List.of("-Xmx512m")), folder,
					environment(postgres.url()), new Uptime());
			try {
				instance.start();
				instance.awaitReady();
				measure(new DatabaseCalls(instance.url(), customers), seconds);
			}
			finally {
				instance.kill();
			}
		}
		FileSystemUtils.deleteRecursively(folder);
		System.exit(0);
	}

	private static void measure(DatabaseCalls calls, int seconds) throws IOException, InterruptedException {
		calls.findPagesFarDown();
		calls.send(WARM_UP_SECONDS);
		calls.send(seconds).print();
	}

	private static Map<String, String> environment(String url) {
		Map<String, String> environment = new HashMap<>();
		environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		environment.put("TWILIO_SMS_NUMBER", "+15005550006");
		environment.put("FRONTLINE_PUBLIC_URL", Site.PUBLIC_URL);
		environment.put("FRONTLINE_CRM_ADAPTER", "jdbc");
		environment.put("FRONTLINE_CRM_JDBC_URL", url);
		environment.put("FRONTLINE_CRM_JDBC_USERNAME", Postgres.USER);
		environment.put("FRONTLINE_CRM_JDBC_SCHEMA", "managed");
		return environment;
	}

}
