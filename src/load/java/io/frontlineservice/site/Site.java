package io.frontlineservice.site;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.util.FileSystemUtils;

/**
 * The environment of a run: a folder with customers and workers, a pretend Twilio, and
 * the instances of the service. Each run creates one. Thread-safe.
 */
public final class Site {

	/** The URL of the service as it is set in Twilio's console. */
	public static final String PUBLIC_URL = "https://fis.example.com";

	/** An API key of the account. */
	public static final String KEY = "SK" + "1".repeat(32);

	/** The secret of that key. */
	public static final String SECRET = "a-secret-of-the-second-instance";

	private final Path folder;

	private final PretendTwilio twilio;

	private final List<Instance> instances = new CopyOnWriteArrayList<>();

	private final Uptime uptime = new Uptime();

	/**
	 * Creates the folder and starts the pretend Twilio, but no instance.
	 * @param clock the clock for times in conversations and events
	 */
	public Site(InstantSource clock) throws IOException {
		this.folder = Files.createTempDirectory("site");
		Files.writeString(this.folder.resolve("customers.json"), People.customersJson());
		Files.writeString(this.folder.resolve("workers.yml"), People.workersYaml());
		Account account = new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN,
				(callback, form) -> SignedRequest.sign(PUBLIC_URL + callback.path(), form, SignedRequest.TOKEN))
			.withKey(KEY, SECRET);
		this.twilio = new PretendTwilio(account, clock).start(0);
		this.twilio.conditions().conversationsOfAUser(Integer.MAX_VALUE);
		People.WORKERS.forEach((worker) -> this.twilio.signIn(worker, true));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> this.instances.forEach(Instance::kill)));
	}

	public Path folder() {
		return this.folder;
	}

	public PretendTwilio twilio() {
		return this.twilio;
	}

	public Uptime uptime() {
		return this.uptime;
	}

	/**
	 * Adds an instance without starting it.
	 * @param settings environment variables in addition to those of all instances
	 */
	public Instance instance(String name, Program program, Map<String, String> settings) {
		Instance instance = new Instance(name, program, this.folder, environment(settings), this.uptime);
		this.instances.add(instance);
		return instance;
	}

	/** Ends the processes of all instances that were added so far. */
	public void endInstances() {
		this.instances.forEach(Instance::kill);
		this.instances.clear();
	}

	/** Ends all processes, and deletes the folder unless the run failed. */
	public void close(boolean good) throws IOException {
		this.instances.forEach(Instance::kill);
		this.twilio.close();
		if (good) {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		else {
			System.out.println("The logs are in " + this.folder);
		}
	}

	/** The environment of all instances, with these settings. */
	public Map<String, String> environment(Map<String, String> settings) {
		Map<String, String> environment = environment();
		environment.putAll(settings);
		return environment;
	}

	private Map<String, String> environment() {
		Map<String, String> environment = new HashMap<>();
		environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		environment.put("TWILIO_SMS_NUMBER", People.SMS);
		environment.put("TWILIO_WHATSAPP_NUMBER", People.WHATSAPP);
		environment.put("FRONTLINE_TWILIO_API_URL", this.twilio.url().toString());
		environment.put("FRONTLINE_PUBLIC_URL", PUBLIC_URL);
		environment.put("FRONTLINE_CRM_FILE_LOCATION", this.folder.resolve("customers.json").toString());
		environment.put("FRONTLINE_WORKERS_LOCATION", this.folder.resolve("workers.yml").toString());
		environment.put("FRONTLINE_ROUTING_POOL", "desk");
		environment.put("FRONTLINE_ROUTING_DEFAULT_WORKER", People.WORKERS.get(People.WORKERS.size() - 1));
		// Files that a killed process leaves are deleted with the folder.
		environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + this.folder);
		return environment;
	}

}
