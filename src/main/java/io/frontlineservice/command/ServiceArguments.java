package io.frontlineservice.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments with which the service starts: settings only. Spring ignores all others
 * silently, also {@code --port=8090}.
 */
final class ServiceArguments {

	/** Options of Spring Boot that have no value. */
	private static final Set<String> FLAGS = Set.of("--debug", "--trace");

	/** The settings that people mean by shorter names. */
	static final Map<String, String> ALIASES = Map.of("port", "server.port=8090", "management-port",
			"management.server.port=8091", "profile", "spring.profiles.active=sandbox", "profiles",
			"spring.profiles.active=sandbox");

	private ServiceArguments() {
	}

	static boolean isSetting(String argument) {
		return FLAGS.contains(argument) || Command.isSetting(argument);
	}

	/**
	 * Returns what is wrong with the first invalid argument; empty if the service can
	 * start with them.
	 * @param words the words of the command line
	 */
	static Optional<String> problem(List<String> arguments, List<String> words) {
		return arguments.stream()
			.map(UnknownWord::new)
			.filter((it) -> !isSetting(it.argument()) || it.isAlias() || words.contains(it.plain()))
			.findFirst()
			.map((it) -> it.problem(words));
	}

}
