package io.frontlineservice.template;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.text.Languages;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Checks catalogues without starting the service, for authors who keep them in version
 * control: {@code java -jar frontline-integration-service.jar lint templates.yml}. Called
 * by {@link LintCommand}.
 */
final class CatalogueLint {

	static final String COMMAND = "lint";

	private static final String OPTION = "--";

	static final String ARGUMENTS = "[--" + TemplateCheck.DEFAULT_LANGUAGE + "=en] FILE...";

	private static final String USAGE = "Usage: " + COMMAND + " " + ARGUMENTS;

	private final Locale defaultLanguage;

	private final PrintStream out;

	private CatalogueLint(Locale defaultLanguage, PrintStream out) {
		this.defaultLanguage = defaultLanguage;
		this.out = out;
	}

	/**
	 * Checks the files named by the arguments and prints every problem.
	 * @return the exit code: 0 without problems, 1 with problems, 2 if the arguments are
	 * invalid
	 */
	static int run(PrintStream out, String... arguments) {
		List<String> options = Arrays.stream(arguments).filter((it) -> it.startsWith(OPTION)).toList();
		List<String> files = Arrays.stream(arguments).filter((it) -> !it.startsWith(OPTION)).toList();
		Optional<Locale> language = options.stream().allMatch(CatalogueLint::isDefaultLanguage)
				? Languages.read(defaultLanguage(arguments)) : Optional.empty();
		if (files.isEmpty() || language.isEmpty()) {
			out.println(USAGE);
			return 2;
		}
		CatalogueLint lint = new CatalogueLint(language.get(), out);
		boolean valid = true;
		for (String file : files) {
			valid &= lint.isValid(file);
		}
		return valid ? 0 : 1;
	}

	private static boolean isDefaultLanguage(String option) {
		int end = option.indexOf('=');
		return end > 0 && ConfigurationPropertyName.adapt(option.substring(OPTION.length(), end), '.')
			.equals(ConfigurationPropertyName.of(TemplateCheck.DEFAULT_LANGUAGE));
	}

	private static String defaultLanguage(String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		ConfigurationPropertySources.attach(environment);
		String language = SettingText.of(environment, TemplateCheck.DEFAULT_LANGUAGE);
		return language.isEmpty() ? TemplateSettings.FALLBACK_LANGUAGE : language;
	}

	private boolean isValid(String file) {
		List<String> problems = problems(file);
		problems.forEach((problem) -> this.out.println(file + ": " + problem));
		if (problems.isEmpty()) {
			this.out.println(file + ": no problems");
		}
		return problems.isEmpty();
	}

	private List<String> problems(String file) {
		FileLocation location = FileLocation.of(file);
		if (location.problem().isPresent()) {
			return List.of(location.problem().get());
		}
		try {
			return new CatalogueReader(this.defaultLanguage).read(location).remarks();
		}
		catch (BadFileException ex) {
			return ex.problems();
		}
		catch (IOException ex) {
			return List.of("the file cannot be read");
		}
	}

}
