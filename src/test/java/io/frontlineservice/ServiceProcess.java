package io.frontlineservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Runs the service in its own process, with only the environment variables that a test
 * sets. Closing it ends the process.
 */
public final class ServiceProcess implements AutoCloseable {

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Path output;

	private ServiceProcess(Process process, Path output) {
		this.process = process;
		this.output = output;
	}

	/**
	 * Starts the service.
	 * @param directory an empty working directory
	 */
	public static ServiceProcess start(Path directory, Map<String, String> environment, String... arguments)
			throws IOException {
		return startWith(List.of(), directory, environment, arguments);
	}

	/**
	 * Starts the service with further jars on its class path.
	 * @param directory an empty working directory
	 */
	public static ServiceProcess startWith(List<Path> extensions, Path directory, Map<String, String> environment,
			String... arguments) throws IOException {
		List<String> command = new ArrayList<>(ServiceProgram.command(extensions));
		command.addAll(List.of(arguments));
		Path output = directory.resolve("output.log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		return new ServiceProcess(builder.start(), output);
	}

	/**
	 * Starts the service as it is configured in production, with the sandbox's customers
	 * and workers, and waits until it has started.
	 * @param more additional environment variables
	 */
	public static ServiceProcess startConfigured(Path directory, Map<String, String> more)
			throws IOException, InterruptedException {
		return startConfiguredWith(List.of(), directory, more);
	}

	/** Does the same with further jars on the class path. */
	public static ServiceProcess startConfiguredWith(List<Path> extensions, Path directory, Map<String, String> more)
			throws IOException, InterruptedException {
		ServiceProcess service = startWith(extensions, directory, configured(more));
		service.awaitOutput((text) -> text.contains("Started FrontlineIntegrationService"));
		return service;
	}

	/** The environment of a configured service, with what is to be set in addition. */
	public static Map<String, String> configured(Map<String, String> more) {
		Map<String, String> environment = new HashMap<>(more);
		environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		environment.put("FRONTLINE_PUBLIC_URL", RunningService.PUBLIC_URL);
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "classpath:sandbox/customers.json");
		environment.put("FRONTLINE_WORKERS_LOCATION", "classpath:sandbox/workers.yml");
		environment.put("FRONTLINE_TEMPLATES_LOCATION", "classpath:sandbox/templates.yml");
		environment.put("FRONTLINE_ROUTING_DEFAULT_WORKER", "dmitri@example.com");
		environment.put("TWILIO_SMS_NUMBER", RunningServiceWithTwilio.SMS);
		environment.put("TWILIO_WHATSAPP_NUMBER", RunningServiceWithTwilio.WHATSAPP);
		environment.put("PORT", "0");
		environment.put("MANAGEMENT_SERVER_PORT", "0");
		return environment;
	}

	/** The URL of the callbacks' port, once the service has started. */
	public URI url() {
		return URI.create("http://localhost:" + ports().get(0));
	}

	/** The management port, once the service has started. */
	public Management management() {
		return new Management(ports().get(1));
	}

	private List<Integer> ports() {
		return PORT.matcher(output()).results().map((it) -> Integer.valueOf(it.group(1))).toList();
	}

	/** The output so far. */
	public String output() {
		try {
			return Files.readString(this.output, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until the output is as expected or the process has ended. */
	public String awaitOutput(Predicate<String> expected) throws InterruptedException {
		long end = System.nanoTime() + TIMEOUT.toNanos();
		while (!expected.test(output()) && System.nanoTime() < end) {
			if (this.process.waitFor(50, TimeUnit.MILLISECONDS)) {
				break;
			}
		}
		return output();
	}

	public int exitCode() throws InterruptedException {
		if (!this.process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("The service did not end");
		}
		return this.process.exitValue();
	}

	/** Sends SIGTERM, as a container runtime does. */
	public void terminate() {
		this.process.destroy();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
