package io.frontlineservice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The service in a process of its own, with only the environment a test gives it. Ended
 * when closed.
 */
public final class ServiceProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

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
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-XX:TieredStopAtLevel=1", "-cp", mainClassPath(), FrontlineIntegrationService.class.getName()));
		command.addAll(List.of(arguments));
		Path output = directory.resolve("output.log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().clear();
		builder.environment().putAll(environment);
		return new ServiceProcess(builder.start(), output);
	}

	/** The class path without what only tests have, so that it is the jar's. */
	private static String mainClassPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
			.replace(Path.of("target", "test-classes").toAbsolutePath().toString(), "");
	}

	/** What it has printed so far. */
	public String output() {
		try {
			return Files.readString(this.output, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it has printed what is expected, or has ended. */
	public String awaitOutput(Predicate<String> expected) throws InterruptedException {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!expected.test(output()) && System.nanoTime() < end) {
			if (this.process.waitFor(50, TimeUnit.MILLISECONDS)) {
				break;
			}
		}
		return output();
	}

	public int exitCode() throws InterruptedException {
		if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("The service did not end");
		}
		return this.process.exitValue();
	}

	/** Asks it to end, as a container does. */
	public void terminate() {
		this.process.destroy();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
