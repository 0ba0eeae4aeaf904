package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.site.Command;
import io.frontlineservice.site.Instance;
import io.frontlineservice.site.Program;
import io.frontlineservice.site.Program.Cache;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link FiguresRun} measures: the service and the bare service, both with and
 * without a class cache, and files of customers. Used by one thread.
 */
final class FiguresSite {

	/** The size of the container that the image runs in. */
	private static final String CONTAINER = "-XX:MaxRAM=512m";

	private final Site site = new Site(Clock.systemUTC());

	private final Program cold;

	private final Program trained;

	private final BareProgram bare;

	private final boolean quick;

	private int number;

	/**
	 * Unpacks the jar and trains the class caches.
	 * @param quick whether to measure for a fifth of the time, to try the script
	 */
	FiguresSite(boolean quick) throws IOException {
		this.quick = quick;
		String library = SqliteLibrary.unpack(folder().resolve("native"));
		List<String> flags = ImageFlags.with(List.of(CONTAINER, library));
		System.out.println("Flags of the JVM: " + String.join(" ", flags));
		this.cold = Program.unpack(folder(), flags, Cache.NONE);
		this.trained = Program.unpack(folder(), flags, Cache.OF_REQUESTS);
		this.bare = new BareProgram(folder(), flags);
	}

	/** The service as in the image, with a class cache that was trained by requests. */
	Program trained() {
		return this.trained;
	}

	/** The service without a class cache. */
	Program cold() {
		return this.cold;
	}

	BareProgram bare() {
		return this.bare;
	}

	Path folder() {
		return this.site.folder();
	}

	/** The time to measure for, in seconds. */
	int seconds(int seconds) {
		return this.quick ? Math.max(1, seconds / 5) : seconds;
	}

	/** How many windows of an open loop that is. */
	int windows(int seconds) {
		return Math.max(1, seconds(seconds) / (int) Window.LENGTH.toSeconds());
	}

	/** Starts a program with the customers and workers of the site, and waits for it. */
	Instance start(String name, Program program, Map<String, String> settings) throws Exception {
		Map<String, String> all = new HashMap<>(settings);
		all.put("MALLOC_ARENA_MAX", "2");
		all.putIfAbsent("FRONTLINE_STORE_URL", "jdbc:sqlite:" + folder().resolve("store-" + ++this.number + ".db"));
		Instance instance = this.site.instance(name, program, all);
		instance.start();
		instance.awaitReady();
		return instance;
	}

	/** Starts a program with the customers in this folder, and waits for it. */
	Instance start(String name, Program program, Path files, Map<String, String> settings) throws Exception {
		Map<String, String> all = new HashMap<>(settings);
		all.put("FRONTLINE_CRM_FILE_LOCATION", files.resolve("customers.json").toString());
		all.put("FRONTLINE_TEMPLATES_LOCATION", Path.of("src/load/templates.yml").toAbsolutePath().toString());
		List.of("FRONTLINE_WORKERS_LOCATION", "FRONTLINE_ROUTING_POOL", "FRONTLINE_ROUTING_DEFAULT_WORKER")
			.forEach((setting) -> all.put(setting, ""));
		return start(name, program, all);
	}

	/**
	 * Writes customers and signed requests for them.
	 * @param kinds {@code calls} for requests that need one call to the CRM each
	 */
	Path files(int customers, int workers, String... kinds) throws IOException {
		Path files = folder().resolve("files-" + customers + "-" + workers);
		String java = ProcessHandle.current().info().command().orElseThrow();
		List<String> command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"),
				"io.frontlineservice.twilio.LoadFiles", files.toString(), String.valueOf(customers), Site.PUBLIC_URL,
				SignedRequest.TOKEN, String.valueOf(workers)));
		command.addAll(List.of(kinds));
		Command.run(folder().resolve("files.log"), command);
		return files;
	}

	/** Starts the sandbox with the flags and the class cache of the image. */
	Instance sandbox() throws Exception {
		return start("sandbox", this.trained,
				Map.of("SPRING_PROFILES_ACTIVE", "sandbox", "FRONTLINE_TWILIO_API_URL", ""));
	}

	/** Ends the instances of a figure. */
	void endInstances() {
		this.site.endInstances();
	}

	void close(boolean good) throws IOException {
		this.site.close(good);
	}

}
