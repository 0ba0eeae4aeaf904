package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.command.Command;
import io.frontlineservice.crm.jdbc.managed.SchemaRefusedException;
import io.frontlineservice.crm.reader.ConfiguredCustomerFile;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.ConfigurationReading;
import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/**
 * Imports a customer file into the tables of this service, without starting the service:
 * {@code java -jar frontline-integration-service.jar import FILE}. Reads the same
 * configuration as the service.
 */
final class ImportCommand implements Command {

	private static final String REPLACE = "--replace";

	private final Function<String[], Environment> configuration;

	/** Creates the command for {@code META-INF/spring.factories}. */
	ImportCommand() {
		this((settings) -> new ConfigurationReading().read(settings));
	}

	/** Creates the command with another way to read the configuration. */
	ImportCommand(Function<String[], Environment> configuration) {
		this.configuration = configuration;
	}

	@Override
	public String name() {
		return "import";
	}

	@Override
	public String arguments() {
		return "FILE [" + REPLACE + "] [--frontline.some-setting=value ...]";
	}

	@Override
	public String summary() {
		return "imports a customer file into the database of frontline.crm.jdbc.url";
	}

	@Override
	public String options() {
		return REPLACE + "  removes the customers that the file does not have";
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		String[] settings = Arrays.stream(arguments).filter(Command::isSetting).toArray(String[]::new);
		List<String> words = new ArrayList<>(Arrays.stream(arguments).filter((it) -> !Command.isSetting(it)).toList());
		boolean replace = words.removeIf(REPLACE::equals);
		if (words.size() != 1 || words.get(0).startsWith("-")) {
			err.println(Command.usage(name(), arguments()));
			return 2;
		}
		try {
			Environment environment = this.configuration.apply(settings);
			return run(out, err, FileLocation.of(words.get(0)), replace, environment);
		}
		catch (RuntimeException ex) {
			err.println(ConfigurationReading.problem(ex));
			return 1;
		}
	}

	private static int run(PrintStream out, PrintStream err, FileLocation location, boolean replace,
			Environment environment) {
		List<Finding> findings = new ArrayList<>(ImportSettings.findings(environment));
		findings.addAll(ConfiguredCustomerFile.findings(environment));
		if (!findings.isEmpty()) {
			findings.forEach((it) -> err.println(it.key() + " " + it.problem()));
			return 1;
		}
		Optional<String> missing = location.problem();
		if (missing.isPresent()) {
			err.println(location.inFull() + ": " + missing.get().replaceFirst("^names ", "this is "));
			return 1;
		}
		out.println(location.inFull());
		List<String> problems = run(out, location, replace, environment);
		problems.forEach((it) -> err.println("  " + it));
		return problems.isEmpty() ? 0 : 1;
	}

	/** Runs the import, and returns what prevented it from being complete. */
	private static List<String> run(PrintStream out, FileLocation location, boolean replace, Environment environment) {
		ImportConsole console = new ImportConsole(out, System::nanoTime);
		try {
			FileImport fileImport = new FileImport(ImportSettings.database(environment),
					ConfiguredCustomerFile.from(environment));
			String fingerprint = FileFingerprint.of(location, ConfiguredCustomerFile.description(environment));
			ImportResult result = fileImport.run(location, fingerprint, replace, console);
			console.print(result);
			return problems(result);
		}
		catch (SchemaRefusedException ex) {
			return List.of(String.valueOf(ex.getMessage()), ex.fix());
		}
		catch (CrmUnavailableException | ImportFailedException ex) {
			return List.of(String.valueOf(ex.getMessage()));
		}
		catch (BadFileException ex) {
			List<String> problems = new ArrayList<>(List.of("The file cannot be read to its end:"));
			problems.addAll(ex.problems());
			return problems;
		}
		catch (IOException ex) {
			return List.of("The file cannot be read");
		}
	}

	private static List<String> problems(ImportResult result) {
		List<String> problems = new ArrayList<>();
		if (result.nothingRemoved()) {
			problems.add("Nothing was removed: --replace needs a file with customers and without errors");
		}
		if (result.reached().rejected() > 0) {
			problems.add("Correct the rejected rows, and import the file again");
		}
		return problems;
	}

}
