package io.frontlineservice.template;

import io.frontlineservice.customer.ConfiguredCustomers;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.text.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The arguments of {@link CatalogueLint}: files, and settings of the service. Immutable.
 *
 * @param environment the settings among the arguments, and those of the process
 * @param files the files to check
 * @param language the language of texts that name none
 * @param comparesCustomers whether a setting says where the customers are
 * @param comparesContents whether to compare the texts with the contents at Twilio
 */
record LintArguments(Environment environment, List<String> files, Locale language, boolean comparesCustomers,
		boolean comparesContents) {

	private static final String OPTION = "--";

	private static final ConfigurationPropertyName LANGUAGE = ConfigurationPropertyName
		.of(TemplateCheck.DEFAULT_LANGUAGE);

	private static final ConfigurationPropertyName REGION = ConfigurationPropertyName.of("frontline.default-region");

	private static final ConfigurationPropertyName CONTENTS = ConfigurationPropertyName
		.of(ContentSettings.PREFIX + ".enabled");

	private static final ConfigurationPropertyName TWILIO = ConfigurationPropertyName.of("frontline.twilio");

	private static final ConfigurationPropertyName CRM = ConfigurationPropertyName.of("frontline.crm");

	/** Returns the arguments; empty if they are invalid. */
	static Optional<LintArguments> of(String... arguments) {
		List<String> files = Arrays.stream(arguments).filter((it) -> !it.startsWith(OPTION)).toList();
		if (files.isEmpty() || !options(arguments).allMatch(LintArguments::isKnown)) {
			return Optional.empty();
		}
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
		ConfigurationPropertySources.attach(environment);
		String language = SettingText.of(environment, TemplateCheck.DEFAULT_LANGUAGE);
		boolean customers = options(arguments).anyMatch((it) -> CRM.isAncestorOf(name(it)));
		boolean contents = options(arguments).anyMatch((it) -> CONTENTS.equals(name(it)))
				&& SettingText.of(environment, CONTENTS.toString()).equals("true");
		return Languages.read(language.isEmpty() ? TemplateSettings.FALLBACK_LANGUAGE : language)
			.map((it) -> new LintArguments(environment, files, it, customers, contents));
	}

	/** Reads the customers that the settings name; empty if that is not possible. */
	Optional<CustomerSummary> customers() {
		return ConfiguredCustomers.from(this.environment);
	}

	private static Stream<String> options(String... arguments) {
		return Arrays.stream(arguments).filter((it) -> it.startsWith(OPTION));
	}

	private static boolean isKnown(String option) {
		ConfigurationPropertyName name = name(option);
		return name.equals(LANGUAGE) || name.equals(REGION) || CRM.isAncestorOf(name) || name.equals(CONTENTS)
				|| TWILIO.isAncestorOf(name);
	}

	private static ConfigurationPropertyName name(String option) {
		int end = option.indexOf('=');
		return (end > 0) ? ConfigurationPropertyName.adapt(option.substring(OPTION.length(), end), '.')
				: ConfigurationPropertyName.EMPTY;
	}

}
