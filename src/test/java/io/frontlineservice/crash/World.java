package io.frontlineservice.crash;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.sandbox.pretend.Account;
import io.frontlineservice.sandbox.pretend.Fault;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.RestCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * What a run takes place in: a pretend Twilio, and one or two instances of the service
 * with customers, workers and a store. Made by {@link CrashRun}.
 */
final class World {

	static final String PUBLIC_URL = "https://fis.example.com";

	/**
	 * So much older than they are conversations look, to save the run some of the time
	 * that reconciliation gives events to come.
	 */
	static final Duration AGE = Duration.ofSeconds(60);

	private static final String KEY = "SK" + "1".repeat(32);

	private static final String SECRET = "a-secret-of-the-second-instance";

	private final Path folder;

	private final PretendTwilio twilio;

	private final List<Instance> instances;

	private final Uptime uptime = new Uptime();

	/** Makes one in which nothing is started but Twilio. */
	World(boolean shared) throws IOException {
		this.folder = Files.createTempDirectory("crash");
		Files.writeString(this.folder.resolve("customers.json"), People.customersJson());
		Files.writeString(this.folder.resolve("workers.yml"), People.workersYaml());
		this.twilio = begin();
		Map<String, String> first = environment(shared ? TestPostgres.newDatabase() : "jdbc:sqlite:" + store());
		Map<String, String> second = new HashMap<>(first);
		second.put("FRONTLINE_TWILIO_API_KEY", KEY);
		second.put("FRONTLINE_TWILIO_API_SECRET", SECRET);
		Program program = Program.unpack(this.folder);
		Instance one = new Instance("first", SignedRequest.ACCOUNT_SID, program, this.folder, first, this.uptime);
		this.instances = shared ? List.of(one, new Instance("second", KEY, program, this.folder, second, this.uptime))
				: List.of(one);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> this.instances.forEach(Instance::kill)));
	}

	Path folder() {
		return this.folder;
	}

	/** The file of the embedded store. */
	Path store() {
		return this.folder.resolve("frontline.db");
	}

	PretendTwilio twilio() {
		return this.twilio;
	}

	List<Instance> instances() {
		return this.instances;
	}

	Uptime uptime() {
		return this.uptime;
	}

	/** Starts over with an empty store. */
	void removeStore() throws IOException {
		for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
			Files.deleteIfExists(this.folder.resolve("frontline.db" + suffix));
		}
	}

	/** Ends everything. What is written down is kept if it is needed. */
	void close(boolean good) throws IOException {
		this.instances.forEach(Instance::kill);
		this.twilio.close();
		if (good) {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		else {
			System.out.println("The logs are in " + this.folder);
		}
	}

	private static PretendTwilio begin() {
		Account account = new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN,
				(callback, form) -> SignedRequest.sign(PUBLIC_URL + callback.path(), form, SignedRequest.TOKEN))
			.withKey(KEY, SECRET);
		PretendTwilio twilio = new PretendTwilio(account, Clock.offset(Clock.systemUTC(), AGE.negated())).start(0);
		twilio.conditions().conversationsOfAUser(Integer.MAX_VALUE);
		People.WORKERS.forEach((worker) -> twilio.signIn(worker, true));
		// Or reconciliation would make good what is lost.
		twilio.faults().add(Fault.on(RestCall.LIST_CONVERSATIONS).always());
		return twilio;
	}

	private Map<String, String> environment(String storeUrl) {
		Map<String, String> environment = new HashMap<>();
		environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		environment.put("TWILIO_SMS_NUMBER", People.SMS);
		environment.put("TWILIO_WHATSAPP_NUMBER", People.WHATSAPP);
		environment.put("FRONTLINE_TWILIO_API_URL", this.twilio.url().toString());
		environment.put("FRONTLINE_PUBLIC_URL", PUBLIC_URL);
		environment.put("FRONTLINE_STORE_URL", storeUrl);
		environment.put("FRONTLINE_CRM_FILE_LOCATION", this.folder.resolve("customers.json").toString());
		environment.put("FRONTLINE_WORKERS_LOCATION", this.folder.resolve("workers.yml").toString());
		environment.put("FRONTLINE_ROUTING_POOL", "desk");
		environment.put("FRONTLINE_ROUTING_DEFAULT_WORKER", People.WORKERS.get(People.WORKERS.size() - 1));
		environment.put("FRONTLINE_RECONCILIATION_INTERVAL", "5s");
		// What a process that is killed leaves there goes with the folder.
		environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + this.folder);
		return environment;
	}

}
