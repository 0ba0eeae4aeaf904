package io.frontlineservice.command;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help of the command line, and the words that it knows. Immutable. */
final class Help {

	static final String PROGRAM = "Frontline Integration Service";

	/** The options that show the help of a command behind its name. */
	static final Set<String> OPTIONS = Set.of("--help", "-h");

	/** The words that show the help. */
	static final Set<String> HELP = Set.of("help", "--help", "-h");

	static final String JAR = "java -jar frontline-integration-service.jar";

	private static final String SETTINGS = "[--setting=value ...]";

	private static final Entry SANDBOX = new Entry(CommandLine.SANDBOX, SETTINGS,
			"starts the service with sample customers, a pretend Twilio and a page; needs no Twilio account", "");

	private final List<Entry> entries;

	Help(List<Command> commands) {
		this.entries = Stream.concat(Stream.of(SANDBOX), commands.stream().map(Entry::of)).toList();
	}

	/** Returns the help of a command; empty if there is no such command. */
	Optional<String> of(String command) {
		return this.entries.stream().filter((it) -> it.name().equals(command)).findFirst().map(Entry::text);
	}

	/** Returns all words that can be the first argument. */
	List<String> words() {
		return Stream.concat(this.entries.stream().map(Entry::name), Stream.of("help", "version")).toList();
	}

	/** Returns the help of the program. */
	String text() {
		String commands = this.entries.stream().map(Entry::line).collect(Collectors.joining());
		return """
				Usage: %s [COMMAND] %s

				Without a command, the service starts. The commands are:

				%s  help, --help
				      shows this text; COMMAND --help explains one command
				  version, --version
				      shows the version

				application.yml.example lists the settings.""".formatted(JAR, SETTINGS, commands);
	}

	/**
	 * A command in the help.
	 *
	 * @param arguments what can follow the name; may be empty
	 * @param summary what it does
	 * @param options its own options, a line for each; may be empty
	 */
	private record Entry(String name, String arguments, String summary, String options) {

		static Entry of(Command command) {
			return new Entry(command.name(), command.arguments(), command.summary(), command.options());
		}

		private String usage() {
			return (this.name + " " + this.arguments).strip();
		}

		String line() {
			return "  " + usage() + "\n      " + this.summary + "\n";
		}

		String text() {
			String text = Command.usage(this.name, this.arguments) + "\n\n" + this.name + " " + this.summary;
			return this.options.isEmpty() ? text : text + "\n\n" + this.options.indent(2).stripTrailing();
		}

	}

}
