package io.frontlineservice.welcome;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Tells the operator something: on the terminal in the sandbox, which logs only warnings,
 * and in the log otherwise. Thread-safe.
 */
final class Announcer {

	private static final Logger logger = LoggerFactory.getLogger(Announcer.class);

	private final boolean onTerminal;

	Announcer(Environment environment) {
		this.onTerminal = environment.acceptsProfiles(Profiles.of("sandbox"));
	}

	void say(String line) {
		say(List.of(line));
	}

	/** Says several lines, without lines of others between them on a terminal. */
	void say(List<String> lines) {
		if (this.onTerminal) {
			System.out.println(String.join(System.lineSeparator(), lines));
		}
		else {
			lines.forEach(logger::info);
		}
	}

}
