package io.frontlineservice.template;

import io.frontlineservice.command.Command;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks catalogues without starting the service, for authors who keep them in version
 * control: {@code java -jar frontline-integration-service.jar lint templates.yml}. Called
 * by {@link LintCommand}.
 */
final class CatalogueLint {

	static final String COMMAND = "lint";

	static final String ARGUMENTS = "[--" + TemplateCheck.DEFAULT_LANGUAGE + "=en] FILE...";

	static final String OPTIONS = """
			--frontline.crm.file.location=customers.csv
			    also compares the placeholders with the attributes of these customers
			--%s.enabled=true
			    also compares the texts with the contents at Twilio, with the credentials in
			    FRONTLINE_TWILIO_ACCOUNT_SID and FRONTLINE_TWILIO_AUTH_TOKEN""".formatted(ContentSettings.PREFIX);

	private static final String USAGE = Command.usage(COMMAND, ARGUMENTS);

	private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+): ");

	private static final int INVALID = 2;

	private final Locale defaultLanguage;

	private final Optional<CustomerSummary> customers;

	private final Optional<AccountContents> contents;

	private final PrintStream out;

	private CatalogueLint(Locale defaultLanguage, Optional<CustomerSummary> customers,
			Optional<AccountContents> contents, PrintStream out) {
		this.defaultLanguage = defaultLanguage;
		this.customers = customers;
		this.contents = contents;
		this.out = out;
	}

	/**
	 * Checks the files named by the arguments and prints the problems and the warnings.
	 * @return the exit code: 0 without problems, 1 with problems, 2 if the arguments are
	 * invalid; warnings do not change it
	 */
	static int run(PrintStream out, String... arguments) {
		LintArguments parsed = LintArguments.of(arguments).orElse(null);
		if (parsed == null) {
			out.println(USAGE);
			return INVALID;
		}
		Optional<CustomerSummary> customers = parsed.comparesCustomers() ? parsed.customers() : Optional.empty();
		if (parsed.comparesCustomers() && customers.isEmpty()) {
			out.println("The customers cannot be read: the doctor says why");
			return INVALID;
		}
		Optional<AccountContents> contents = parsed.comparesContents() ? contents(parsed, out) : Optional.empty();
		if (parsed.comparesContents() && contents.isEmpty()) {
			return INVALID;
		}
		CatalogueLint lint = new CatalogueLint(parsed.language(), customers, contents, out);
		boolean valid = true;
		for (String file : parsed.files()) {
			valid &= lint.isValid(file);
		}
		return valid ? 0 : 1;
	}

	/** Reads the contents at Twilio, or prints why that is not possible. */
	private static Optional<AccountContents> contents(LintArguments arguments, PrintStream out) {
		List<AccountContents> read = new ArrayList<>();
		ConfiguredContents.registered().examine(arguments.environment(), (contents) -> {
			read.add(new AccountContents(contents));
			return List.of();
		}).forEach((it) -> out.println("The contents at Twilio cannot be read: " + it.seen()));
		return read.stream().findFirst();
	}

	private boolean isValid(String file) {
		Result result = result(file);
		result.problems().forEach((problem) -> this.out.println(file + ": " + problem));
		result.warnings().forEach((warning) -> this.out.println(file + ": warning: " + warning));
		if (result.problems().isEmpty()) {
			int warnings = result.warnings().size();
			this.out.println(file + ": no problems" + ((warnings > 0) ? ", warnings: " + warnings : ""));
		}
		return result.problems().isEmpty();
	}

	private Result result(String file) {
		FileLocation location = FileLocation.of(file);
		if (location.problem().isPresent()) {
			return Result.of(location.problem().get());
		}
		CatalogueReader reader = new CatalogueReader(this.defaultLanguage);
		List<String> problems = new ArrayList<>();
		try {
			reader.read(location);
		}
		catch (BadFileException ex) {
			problems.addAll(ex.problems());
		}
		catch (IOException ex) {
			return Result.of("the file cannot be read");
		}
		Catalogue usable = reader.usable();
		problems.addAll(usable.remarks());
		List<String> warnings = new ArrayList<>(usable.warnings());
		this.customers.ifPresent((it) -> warnings.addAll(MissingValues.of(usable, it)));
		this.contents.ifPresent((it) -> {
			ContentComparison comparison = new ContentComparison(it);
			comparison.compare(usable);
			warnings.addAll(comparison.warnings());
		});
		return new Result(sorted(problems), sorted(warnings));
	}

	/** In the order of the file; what concerns the whole file is last. */
	private static List<String> sorted(List<String> texts) {
		return texts.stream().sorted(Comparator.comparingLong(CatalogueLint::place)).toList();
	}

	private static long place(String text) {
		Matcher position = POSITION.matcher(text);
		return position.lookingAt() ? Long.parseLong(position.group(1)) << 32 | Long.parseLong(position.group(2))
				: Long.MAX_VALUE;
	}

	/**
	 * What is wrong with a file.
	 *
	 * @param problems what must be fixed
	 * @param warnings what may be intended and is worth a look
	 */
	private record Result(List<String> problems, List<String> warnings) {

		static Result of(String problem) {
			return new Result(List.of(problem), List.of());
		}

	}

}
