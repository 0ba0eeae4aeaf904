package io.frontlineservice.command;

import io.frontlineservice.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An argument that is neither a command nor a setting, and what its author may have
 * meant. Values are not quoted, because they may be secrets. Immutable.
 */
record UnknownWord(String argument) {

	/** Words that people try in order to start the service. */
	private static final Set<String> START = Set.of("start", "run", "serve", "server", "service", "up");

	/** Returns what is wrong, and what to write instead. */
	String problem(List<String> words) {
		String plain = plain();
		if (isAlias()) {
			return name() + " is not a setting. Did you mean --" + ServiceArguments.ALIASES.get(plain) + "?";
		}
		if (this.argument.startsWith("-D")) {
			return name() + " is an option of Java: write it before -jar, or write --" + name().substring(2)
					+ "= and the value.";
		}
		if (isSettingWithoutValue()) {
			return this.argument + " has no value: write " + this.argument + "= and the value, without a space.";
		}
		if (START.contains(plain)) {
			return "\"" + name() + "\" is not a command: the service starts without a command.";
		}
		if (words.contains(this.argument)) {
			return "\"" + this.argument + "\" is a command: only one command is possible.";
		}
		return "\"" + name() + "\" is not a command."
				+ Nearest.to(plain, words).map((it) -> " Did you mean \"" + it + "\"?").orElse("");
	}

	/**
	 * Returns whether people mean a setting of a longer name by it. In capitals it is a
	 * setting: the configuration refers to {@code PORT}.
	 */
	boolean isAlias() {
		return this.argument.startsWith("--") && ServiceArguments.ALIASES.containsKey(name().substring(2));
	}

	/** Returns the name in lower case, without dashes before it and a value after it. */
	String plain() {
		return name().replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
	}

	private String name() {
		return this.argument.replaceFirst("(?s)=.*", "");
	}

	private boolean isSettingWithoutValue() {
		return this.argument.matches("--[\\w-]+(\\.[\\w\\[\\]-]+)+");
	}

}
