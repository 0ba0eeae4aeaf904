package io.frontlineservice.template;

import io.frontlineservice.command.Command;
import java.io.PrintStream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The command that runs the {@link CatalogueLint}. */
final class LintCommand implements Command {

	@Override
	public String name() {
		return CatalogueLint.COMMAND;
	}

	@Override
	public String arguments() {
		return CatalogueLint.ARGUMENTS;
	}

	@Override
	public String summary() {
		return "checks template catalogues, for authors and for CI";
	}

	@Override
	public String options() {
		return CatalogueLint.OPTIONS;
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		// Libraries that read settings and customers would log to the output.
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
		return CatalogueLint.run(out, arguments);
	}

}
