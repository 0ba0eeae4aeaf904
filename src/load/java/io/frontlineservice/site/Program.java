package io.frontlineservice.site;

import io.frontlineservice.FrontlineIntegrationService;
import java.io.File;
import java.io.IOException;
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
		Program program = new Program(folder, options, List.of("-jar", unpacked(folder)));
		program.run(List.of("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", "program"));
		program.run(List.of("-XX:ArchiveClassesAtExit=classes.jsa", "-Dspring.profiles.active=sandbox",
				"-Dspring.context.exit=onRefresh", "-jar", unpacked(folder)));
		List<String> withArchive = new ArrayList<>(options);
		withArchive.add("-XX:SharedArchiveFile=" + folder.resolve("classes.jsa"));
		return new Program(folder, withArchive, program.start);
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

}
