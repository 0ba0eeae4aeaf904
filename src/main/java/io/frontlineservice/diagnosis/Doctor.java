package io.frontlineservice.diagnosis;

import io.frontlineservice.command.Command;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Examines an installation, also one that does not start, and reports what works, what
 * does not, and how to fix it:
 * {@code java -jar frontline-integration-service.jar doctor}. Called by
 * {@link DoctorCommand}. Thread-safe.
 * <p>
 * It reads the same configuration as the service and accepts the same arguments beside
 * its own. It changes nothing without {@code --apply}.
 */
public final class Doctor {

	private static final String APPLY = "--apply";

	private static final String JSON = "--json";

	private static final Set<String> OPTIONS = Set.of(APPLY, JSON);

	static final String ARGUMENTS = "[--apply] [--json] [--setting=value ...]";

	static final String EXPLAINED = """
			--apply  correct the webhooks of Conversations
			--json   print one JSON object""";

	private Doctor() {
	}

	/**
	 * Examines the installation that these arguments and the environment configure.
	 * @return the exit code: 0 if there are no problems, 1 if there are problems, 2 if
	 * the arguments are invalid
	 */
	static int run(PrintStream out, PrintStream err, String... arguments) {
		List<String> options = Arrays.stream(arguments).filter((it) -> !Command.isSetting(it)).toList();
		if (!OPTIONS.containsAll(options)) {
			err.println(Command.usage(DoctorCommand.NAME, ARGUMENTS) + "\n" + EXPLAINED.indent(2).stripTrailing());
			return 2;
		}
		boolean json = options.contains(JSON);
		Report report = examine(Arrays.stream(arguments).filter(Command::isSetting).toArray(String[]::new));
		if (!json) {
			out.println(report.text());
		}
		if (options.contains(APPLY)) {
			Report applied = report.applyRemedies();
			report = report.after(applied);
			if (!json) {
				out.println(applied.isEmpty() ? "\nThere is nothing to apply."
						: "\nApplied:\n\n" + applied.chapters() + report.summary());
			}
		}
		if (json) {
			out.println(report.json());
		}
		return report.hasProblems() ? 1 : 0;
	}

	private static Report examine(String... settings) {
		Environment environment;
		try {
			environment = new ConfigurationReading().read(settings);
		}
		catch (RuntimeException ex) {
			return new Report(Map.of(Subject.CONFIGURATION, List.of(unreadable(ex))));
		}
		return examine(environment);
	}

	private static Observation unreadable(RuntimeException failure) {
		boolean isExplained = UnreadableConfigurationAnalyzer.describe(failure).isPresent();
		return Observation.problem(ConfigurationReading.problem(failure),
				isExplained ? null : "start the service: it shows what is wrong");
	}

	/** Examines the installation with this environment. */
	public static Report examine(Environment environment) {
		return examine(
				SpringFactoriesLoader.forDefaultResourceLocation(Doctor.class.getClassLoader()).load(Examination.class),
				environment);
	}

	static Report examine(List<Examination> examinations, Environment environment) {
		Map<Subject, List<Observation>> observations = new EnumMap<>(Subject.class);
		examinations.forEach((it) -> observations.computeIfAbsent(it.subject(), (subject) -> new ArrayList<>())
			.addAll(examine(it, environment)));
		return new Report(observations);
	}

	private static List<Observation> examine(Examination examination, Environment environment) {
		try {
			return examination.examine(environment);
		}
		catch (RuntimeException ex) {
			return List.of(Observation.problem("the examination failed (" + ex.getClass().getSimpleName() + ")",
					"this is a bug of the doctor: please report it"));
		}
	}

}
