package io.frontlineservice.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Finds settings under {@code frontline} that do not exist, so that a typo is not a
 * setting silently ignored. The names that exist come from {@link KnownSettings}.
 */
final class UnknownSettingsCheck implements Check {

	private static final String PREFIX = "frontline";

	/** What Kubernetes puts into the environment where a service is named frontline. */
	private static final Pattern OF_A_CLUSTER = Pattern
		.compile("FRONTLINE_(.*_)?(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP)(_.*)?)?)");

	@Override
	public List<Finding> findings(Environment environment) {
		Set<String> known = KnownSettings.names();
		List<Finding> findings = new ArrayList<>();
		for (String name : configured(environment)) {
			if (known.stream().noneMatch((it) -> uniform(it).equals(uniform(name)))) {
				findings.add(new Finding(name, "is not a setting: application.yml.example shows those there are"));
			}
		}
		return findings;
	}

	private static Set<String> configured(Environment environment) {
		Set<String> names = new TreeSet<>();
		for (PropertySource<?> source : ((ConfigurableEnvironment) environment).getPropertySources()) {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				for (String name : enumerable.getPropertyNames()) {
					if (name.matches("(?i)" + PREFIX + "[._].+") && !OF_A_CLUSTER.matcher(name).matches()) {
						names.add(name);
					}
				}
			}
		}
		return names;
	}

	/** A name without what differs between a file and the environment. */
	private static String uniform(String name) {
		return name.replaceAll("\\[\\d+]|[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

}
