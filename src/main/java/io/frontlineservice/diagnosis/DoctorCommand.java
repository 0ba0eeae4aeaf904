package io.frontlineservice.diagnosis;

import io.frontlineservice.command.Command;
import java.io.PrintStream;

/** The command that runs the {@link Doctor}. */
final class DoctorCommand implements Command {

	static final String NAME = "doctor";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public String arguments() {
		return Doctor.ARGUMENTS;
	}

	@Override
	public String summary() {
		return "checks an installation, also one that does not start, and says how to fix each problem";
	}

	@Override
	public String options() {
		return Doctor.EXPLAINED;
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		return Doctor.run(out, err, arguments);
	}

}
