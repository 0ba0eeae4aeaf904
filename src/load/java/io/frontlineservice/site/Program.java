package io.frontlineservice.site;

import io.frontlineservice.FrontlineIntegrationService;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * The jar, usually unpacked as in the image and with a class data sharing archive. Each
 * run creates one; {@link Instance} starts it.
 */
public final class Program {

	private static final Path JAR = Path.of("target", "frontline-integration-service.jar").toAbsolutePath();

	private static final Path CLASSES = Path.of("target", "test-classes").toAbsolutePath();

	/** Ends the service as soon as it has started. */
	public static final String ON_REFRESH = "-Dspring.context.exit=onRefresh";

	private final Path folder;

	private final List<String> options;

	private final List<String> start;

	private Program(Path folder, List<String> options, List<String> start) {
		this.folder = folder;
		this.options = options;
		this.start = start;
	}

	/**
	 * Unpacks the jar, and starts it once to archive the classes that it loads.
	 * @param options options of the JVM
	 */
	public static Program unpack(Path folder, List<String> options) throws IOException {
		return unpack(folder, options, Cache.OF_START);
	}

	/**
	 * Unpacks the jar, and makes that cache.
	 * @param options options of the JVM
	 */
	public static Program unpack(Path folder, List<String> options, Cache cache) throws IOException {
		Program program = new Program(folder, options, List.of("-jar", unpacked(folder)));
		if (!Files.exists(Path.of(unpacked(folder)))) {
			program.run(List.of("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", "program"));
		}
		return switch (cache) {
			case NONE -> program;
			case OF_START -> program.cached(cache.name(), "-Dspring.profiles.active=sandbox", ON_REFRESH);
			case OF_REQUESTS -> program.trained(cache.name());
		};
	}

	private Program trained(String name) throws IOException {
		return cached(name, List.of("-Dspring.profiles.active=sandbox"), List.of("--sandbox.training=20s",
				"--logging.level.root=error", "--server.port=0", "--management.server.port=0"));
	}

	/** The same program with a cache of the classes that a start loads. */
	public Program cached(String name, String... options) throws IOException {
		return cached(name, List.of(options), List.of());
	}

	private Program cached(String name, List<String> options, List<String> arguments) throws IOException {
		boolean profiles = Runtime.version().feature() >= 25;
		String file = name + (profiles ? ".aot" : ".jsa");
		List<String> training = new ArrayList<>();
		training.add((profiles ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
		training.addAll(options);
		training.addAll(this.start);
		training.addAll(arguments);
		run(training);
		return with((profiles ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + this.folder.resolve(file));
	}

	/** The same program with more options of the JVM. */
	public Program with(String... more) {
		List<String> all = new ArrayList<>(this.options);
		all.addAll(List.of(more));
		return new Program(this.folder, all, this.start);
	}

	/**
	 * Another program than the jar.
	 * @param options options of the JVM
	 * @param start the arguments that start it
	 */
	public static Program of(Path folder, List<String> options, List<String> start) {
		return new Program(folder, options, start);
	}

	/** The jar as it is, for a run that does not wait for an archive. */
	public static Program jar(Path folder, List<String> options) {
		return new Program(folder, options, List.of("-jar", JAR.toString()));
	}

	/**
	 * The same program with the classes of one more package.
	 * @param addition a class in this package
	 */
	public Program with(Class<?> addition) throws IOException {
		String name = addition.getPackageName().replace('.', '/');
		Path added = this.folder.resolve("added");
		FileSystemUtils.copyRecursively(CLASSES.resolve(name), added.resolve(name));
		return new Program(this.folder, this.options, List.of("-cp", unpacked(this.folder) + File.pathSeparator + added,
				FrontlineIntegrationService.class.getName()));
	}

	/** Runs a command of the program, such as an import, to its end. */
	public void run(Map<String, String> environment, String... arguments) throws IOException {
		List<String> command = command();
		command.addAll(List.of(arguments));
		run(command, environment);
	}

	/** The command that starts the service. */
	List<String> command() {
		return command(this.start);
	}

	private static String unpacked(Path folder) {
		return folder.resolve("program").resolve(JAR.getFileName()).toString();
	}

	private List<String> command(List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(this.options);
		command.addAll(arguments);
		return command;
	}

	private void run(List<String> arguments) throws IOException {
		run(command(arguments), Map.of());
	}

	private void run(List<String> command, Map<String, String> environment) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("program.log").toFile()));
		builder.environment().putAll(environment);
		int code = builder.start().onExit().join().exitValue();
		if (code != 0) {
			throw new IOException("A command of the jar has failed: see program.log in " + this.folder);
		}
	}

	/** What a class cache was made from. */
	public enum Cache {

		/** No cache. */
		NONE,

		/** A start. */
		OF_START,

		/** A start and requests of every kind. */
		OF_REQUESTS

	}

}
