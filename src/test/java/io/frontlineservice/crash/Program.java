package io.frontlineservice.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The jar as it is run: unpacked as in the image, with an archive of its classes, because
 * it is started so often. Made by {@link World}, started by {@link Instance}.
 */
final class Program {

	private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final Path JAR = Path.of("target", "frontline-integration-service.jar").toAbsolutePath();

	private final Path folder;

	private Program(Path folder) {
		this.folder = folder;
	}

	/** Unpacks the jar, and starts it once to see which classes it needs. */
	static Program unpack(Path folder) throws IOException {
		Program program = new Program(folder);
		program.run(List.of("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", "program"));
		program.run(List.of("-XX:ArchiveClassesAtExit=classes.jsa", "-Dspring.profiles.active=sandbox",
				"-Dspring.context.exit=onRefresh", "-jar", program.jar()));
		return program;
	}

	/** The command that starts it. */
	List<String> command() {
		return command(List.of("-XX:SharedArchiveFile=" + this.folder.resolve("classes.jsa"), "-jar", jar()));
	}

	private String jar() {
		return this.folder.resolve("program").resolve(JAR.getFileName()).toString();
	}

	private static List<String> command(List<String> arguments) {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(OPTIONS);
		command.addAll(arguments);
		return command;
	}

	private void run(List<String> arguments) throws IOException {
		int code = new ProcessBuilder(command(arguments)).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(this.folder.resolve("program.log").toFile()))
			.start()
			.onExit()
			.join()
			.exitValue();
		if (code != 0) {
			throw new IOException("The jar cannot be unpacked: see program.log in " + this.folder);
		}
	}

}
