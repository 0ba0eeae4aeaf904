package io.frontlineservice.template;

import io.frontlineservice.command.Command;
import java.io.PrintStream;

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
		return CatalogueLint.run(out, arguments);
	}

}
