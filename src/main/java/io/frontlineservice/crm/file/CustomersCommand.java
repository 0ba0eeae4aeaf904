package io.frontlineservice.crm.file;

import io.frontlineservice.command.Command;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.ConfigurationReading;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.env.Environment;

/**
 * Checks a file of customers without starting the service, and prints what would be
 * loaded: {@code java -jar frontline-integration-service.jar customers check FILE}. Reads
 * the same configuration as the service.
 */
final class CustomersCommand implements Command {

	private static final String CHECK = "check";

	private static final String LOCATION = "--" + FileCrmVendor.LOCATION + "=";

	private final FileCrmVendor vendor = new FileCrmVendor();

	private final Function<String[], Environment> configuration;

	/** Creates the command for {@code META-INF/spring.factories}. */
	CustomersCommand() {
		this((settings) -> new ConfigurationReading().read(settings));
	}

	/** Creates the command with another way to read the configuration. */
	CustomersCommand(Function<String[], Environment> configuration) {
		this.configuration = configuration;
	}

	@Override
	public String name() {
		return "customers";
	}

	@Override
	public String arguments() {
		return CHECK + " [FILE] [--frontline.some-setting=value ...]";
	}

	@Override
	public String summary() {
		return "checks a customer file, or the configured one, and shows what the service would load";
	}

	@Override
	public int run(PrintStream out, PrintStream err, String... arguments) {
		List<String> words = Arrays.stream(arguments).filter((it) -> !Command.isSetting(it)).toList();
		if (words.isEmpty() || words.size() > 2 || !words.get(0).equals(CHECK)
				|| words.stream().anyMatch((it) -> it.startsWith("-"))) {
			err.println(Command.usage(name(), arguments()));
			return 2;
		}
		List<String> settings = new ArrayList<>(Arrays.stream(arguments).filter(Command::isSetting).toList());
		if (words.size() > 1) {
			settings.removeIf((it) -> it.startsWith(LOCATION));
			settings.add(LOCATION + words.get(1));
		}
		try {
			return check(out, err, this.configuration.apply(settings.toArray(String[]::new)));
		}
		catch (RuntimeException ex) {
			err.println(ConfigurationReading.problem(ex));
			return 1;
		}
	}

	private int check(PrintStream out, PrintStream err, Environment environment) {
		List<Finding> findings = this.vendor.settingFindings(environment);
		if (!findings.isEmpty()) {
			findings.forEach((it) -> err.println(it.key() + " " + it.problem()));
			return 1;
		}
		FileLocation location = FileLocation.of(SettingText.of(environment, FileCrmVendor.LOCATION));
		Optional<String> missing = location.problem();
		if (missing.isPresent()) {
			err.println(location.inFull() + ": " + missing.get().replaceFirst("^names ", "this is "));
			return 1;
		}
		return check(out, location, environment) ? 0 : 1;
	}

	private boolean check(PrintStream out, FileLocation location, Environment environment) {
		out.println(location.inFull());
		try {
			CustomersText text = new CustomersText(this.vendor.examined(environment), environment);
			text.lines().forEach(out::println);
			return !text.hasProblems();
		}
		catch (BadFileException ex) {
			out.println("  the file cannot be used:");
			ex.problems().forEach((problem) -> out.println("    " + problem));
		}
		catch (IOException ex) {
			out.println("  the file cannot be read");
		}
		return false;
	}

}
