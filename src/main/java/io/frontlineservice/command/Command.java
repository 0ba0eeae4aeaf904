package io.frontlineservice.command;

import java.io.PrintStream;

/**
 * A command of the executable jar that does its work without starting the service:
 * {@code java -jar frontline-integration-service.jar NAME ARGUMENTS}. Registered in
 * {@code META-INF/spring.factories}. An instance runs once, in the main thread.
 */
public interface Command {

	/** The first argument that selects it, in lower case. */
	String name();

	/** The arguments that follow the name, as the help shows them; may be empty. */
	String arguments();

	/** What it does, in one line for the help, without a full stop. */
	String summary();

	/**
	 * Its own options, a line for each; empty without options.
	 */
	default String options() {
		return "";
	}

	/**
	 * Returns how to write a command, for a refusal of invalid arguments.
	 * @param arguments what can follow the name; may be empty
	 */
	static String usage(String name, String arguments) {
		return ("Usage: " + Help.JAR + " " + name + " " + arguments).strip();
	}

	/** Returns whether an argument is a setting with a value: {@code --name=value}. */
	static boolean isSetting(String argument) {
		return argument.matches("(?s)--[^=]+=.*");
	}

	/**
	 * Runs the command. {@link CommandLine} has already answered {@code --help}.
	 * @param arguments what follows the name
	 * @return the exit code of the process: 0 without problems, 1 with problems, 2 if the
	 * arguments are invalid
	 */
	int run(PrintStream out, PrintStream err, String... arguments);

}
