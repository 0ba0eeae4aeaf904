package io.frontlineservice.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs of the system that the runs need. Used by {@link Postgres}, {@link Nginx} and
 * the runs that start one.
 */
public final class Command {

	private Command() {
	}

	/** The program of that name on the path, or where Debian installs servers. */
	public static String find(String name) {
		String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
		return Stream.of(path.split(File.pathSeparator))
			.map((folder) -> Path.of(folder, name))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no " + name + " on the path"))
			.toString();
	}

	/** Runs a program to its end, and appends what it prints to the log. */
	public static void run(Path log, List<String> command) throws IOException {
		int code = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
			.start()
			.onExit()
			.join()
			.exitValue();
		if (code != 0) {
			throw new IOException(command.get(0) + " ended with " + code + ": see " + log);
		}
	}

}
