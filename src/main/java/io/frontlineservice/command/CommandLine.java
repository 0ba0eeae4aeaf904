package io.frontlineservice.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.function.SingletonSupplier;

/**
 * The command line of the executable jar: runs a command, prints the help or the version,
 * or starts the service. Called by the application's main method, once. An invalid
 * command line starts nothing, because Spring would ignore what it does not know.
 */
public final class CommandLine {

	static final int INVALID = 2;

	/** The command that starts the service, with this profile. */
	static final String SANDBOX = "sandbox";

	private static final String PROFILE = "--spring.profiles.active=" + SANDBOX;

	/** The option that was the command {@code doctor} once; accepted anywhere. */
	private static final String DOCTOR = "--doctor";

	private final PrintStream out;

	private final PrintStream err;

	private final Consumer<String[]> service;

	/** Not made for a service that starts without arguments. */
	private final Supplier<List<Command>> commands;

	private final Runnable quiet;

	/**
	 * Creates the command line with all commands of {@code META-INF/spring.factories}.
	 * @param service starts the service with the given arguments
	 */
	public CommandLine(PrintStream out, PrintStream err, Consumer<String[]> service) {
		this(out, err, service, SingletonSupplier.of(CommandLine::allCommands), CommandLine::turnLoggingOff);
	}

	/**
	 * Creates the command line with these commands.
	 * @param quiet called before a command, so that only the command prints
	 */
	CommandLine(PrintStream out, PrintStream err, Consumer<String[]> service, Supplier<List<Command>> commands,
			Runnable quiet) {
		this.out = out;
		this.err = err;
		this.service = service;
		this.commands = commands;
		this.quiet = quiet;
	}

	private static List<Command> allCommands() {
		return SpringFactoriesLoader.forDefaultResourceLocation(CommandLine.class.getClassLoader()).load(Command.class);
	}

	private Help help() {
		return new Help(this.commands.get());
	}

	/**
	 * Does what the arguments say.
	 * @return the exit code of the process; empty if the service has started, which runs
	 * until it is stopped
	 */
	public OptionalInt run(String... arguments) {
		// A variable without a value, as in "$OPTIONS", is an empty argument.
		List<String> rest = Arrays.stream(arguments)
			.filter((it) -> !it.isBlank())
			.collect(Collectors.toCollection(ArrayList::new));
		if (rest.removeIf(DOCTOR::equals)) {
			return run(DOCTOR.substring(2), rest);
		}
		Optional<String> word = rest.stream().filter((it) -> !ServiceArguments.isSetting(it)).findFirst();
		word.ifPresent(rest::remove);
		return word.isPresent() ? run(word.get(), rest) : start(rest);
	}

	/**
	 * Runs a command.
	 * @param word the first argument that is not a setting
	 * @param rest all other arguments; settings may precede the command
	 */
	private OptionalInt run(String word, List<String> rest) {
		if (Help.HELP.contains(word)) {
			return print(rest.stream().findFirst().flatMap(help()::of).orElseGet(help()::text));
		}
		if (Version.OPTIONS.contains(word)) {
			return print(Help.PROGRAM + " " + Version.ofBuild());
		}
		Optional<String> usage = help().of(word);
		if (usage.isPresent() && rest.stream().anyMatch(Help.OPTIONS::contains)) {
			return print(usage.get());
		}
		if (word.equals(SANDBOX)) {
			return start(Stream.concat(Stream.of(PROFILE), rest.stream()).toList());
		}
		Optional<Command> command = this.commands.get().stream().filter((it) -> it.name().equals(word)).findFirst();
		if (command.isEmpty()) {
			return refuse(new UnknownWord(word).problem(help().words()));
		}
		this.quiet.run();
		return OptionalInt.of(command.get().run(this.out, this.err, rest.toArray(String[]::new)));
	}

	/** Libraries that read settings and customers would log to the output. */
	private static void turnLoggingOff() {
		LoggingSystem.get(CommandLine.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
	}

	private OptionalInt start(List<String> arguments) {
		Optional<String> problem = arguments.isEmpty() ? Optional.empty()
				: ServiceArguments.problem(arguments, help().words());
		if (problem.isPresent()) {
			return refuse(problem.get());
		}
		this.service.accept(arguments.toArray(String[]::new));
		return OptionalInt.empty();
	}

	private OptionalInt print(String text) {
		this.out.println(text);
		return OptionalInt.of(0);
	}

	private OptionalInt refuse(String problem) {
		this.err.println(problem);
		this.err.println();
		this.err.println(help().text());
		return OptionalInt.of(INVALID);
	}

}
