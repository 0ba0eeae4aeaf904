package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.TestEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs the command {@code import} in this JVM, and captures what it prints. */
final class ImportRun {

	/** How the reading of a file is described without settings. */
	static final String NO_SETTINGS = "{} ";

	private final String url;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	ImportRun(String url) {
		this.url = url;
	}

	/** Runs it with these arguments, and returns the exit code. */
	int with(String... arguments) {
		this.out.reset();
		this.err.reset();
		ImportCommand command = new ImportCommand((settings) -> {
			List<String> all = new ArrayList<>(List.of("frontline.crm.jdbc.url", this.url));
			for (String setting : settings) {
				all.addAll(List.of(setting.substring(2).split("=", 2)));
			}
			return TestEnvironment.of(all.toArray(String[]::new));
		});
		return command.run(new PrintStream(this.out, true, StandardCharsets.UTF_8),
				new PrintStream(this.err, true, StandardCharsets.UTF_8), arguments);
	}

	String out() {
		return this.out.toString(StandardCharsets.UTF_8);
	}

	String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
