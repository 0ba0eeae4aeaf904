package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Postgres;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Proxy;
import io.frontlineservice.site.Site;
import io.frontlineservice.site.Uptime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/**
 * Two instances as in the documented Compose file, without containers: behind nginx, with
 * the store and the customers in one PostgreSQL database, and with a pretend Twilio.
 * {@link ClusterRun} creates it.
 */
final class ClusterSite {

	private static final Path COMPOSE = Path.of("src", "docs", "deploy", "compose-cluster.yaml");

	/** Options for a fast start, because instances start often. */
	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private final Site site = new Site(Clock.systemUTC());

	private final Postgres postgres = new Postgres(this.site.folder().resolve("postgres.log"));

	private final List<Instance> instances;

	private final Proxy proxy;

	/** Starts everything. */
	ClusterSite() throws IOException, InterruptedException {
		Path folder = this.site.folder();
		Files.copy(Path.of("src", "load", "templates.yml"), folder.resolve("templates.yml"));
		Path secrets = Files.createDirectory(folder.resolve("secrets"));
		Files.writeString(secrets.resolve("frontline.store.password"), "not-checked\n");
		Program program = Program.unpack(folder, OPTIONS);
		Map<String, String> environment = environment(secrets);
		program.run(this.site.environment(environment), "import", folder.resolve("customers.json").toString());
		this.instances = List.of(this.site.instance("frontline-1", program, environment),
				this.site.instance("frontline-2", program, environment));
		for (Instance instance : this.instances) {
			instance.start();
		}
		this.proxy = new Proxy(folder, this.instances);
		this.site.twilio().callbacksAt(this.proxy.url());
		for (Instance instance : this.instances) {
			instance.awaitReady();
		}
	}

	/** The settings of the Compose file, with the places of this run. */
	private Map<String, String> environment(Path secrets) throws IOException {
		Map<String, Map<String, Map<String, Map<String, String>>>> compose = new Yaml().load(Files.readString(COMPOSE));
		Map<String, String> environment = new HashMap<>();
		compose.get("services").get("frontline-1").get("environment").forEach((name, value) -> {
			if (!value.contains("${") && !value.contains("/data/")) {
				environment.put(name, value.replace("/run/secrets", secrets.toString()));
			}
		});
		environment.put("FRONTLINE_STORE_URL", this.postgres.url());
		environment.put("FRONTLINE_CRM_ADAPTER", "jdbc");
		environment.put("FRONTLINE_CRM_JDBC_URL", this.postgres.url());
		environment.put("FRONTLINE_CRM_JDBC_USERNAME", Postgres.USER);
		environment.put("FRONTLINE_CRM_JDBC_SCHEMA", "managed");
		environment.put("FRONTLINE_TEMPLATES_LOCATION", this.site.folder().resolve("templates.yml").toString());
		return environment;
	}

	PretendTwilio twilio() {
		return this.site.twilio();
	}

	List<Instance> instances() {
		return this.instances;
	}

	Uptime uptime() {
		return this.site.uptime();
	}

	/** Where Twilio posts its callbacks. */
	URI url() {
		return this.proxy.url();
	}

	/** The number of connections that an instance has closed without an answer. */
	long brokenConnections() throws IOException {
		return this.proxy.brokenConnections();
	}

	Duration restartPostgres() throws IOException {
		return this.postgres.restart();
	}

	void close(boolean good) throws IOException {
		this.proxy.close();
		this.postgres.close();
		this.site.close(good);
	}

}
