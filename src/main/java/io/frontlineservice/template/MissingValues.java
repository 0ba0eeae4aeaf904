package io.frontlineservice.template;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the placeholders for which no customer has a value: a misspelled attribute, or a
 * column that the CRM does not have. Their messages are never offered. Called at the
 * start, by the doctor, for previews and by the lint. Thread-safe.
 */
final class MissingValues {

	private static final int MOST_LISTED = 20;

	private static final String ATTRIBUTE = TemplateValue.ATTRIBUTES;

	private MissingValues() {
	}

	/** Returns a text for each such placeholder, with its position in the file. */
	static List<String> of(Catalogue catalogue, CustomerSummary customers) {
		if (customers.customers() == 0) {
			return List.of();
		}
		return catalogue.uses()
			.stream()
			.filter((use) -> !hasValue(use.name(), customers))
			.sorted(Comparator.<Catalogue.Use>comparingInt((it) -> it.position().line())
				.thenComparingInt((it) -> it.position().column()))
			.map((use) -> use.position().error(problem(use.name(), customers)).getMessage())
			.distinct()
			.toList();
	}

	private static boolean hasValue(String name, CustomerSummary customers) {
		if (name.startsWith(ATTRIBUTE)) {
			return customers.attributes().containsKey(name.substring(ATTRIBUTE.length()));
		}
		if (name.equals(TemplateValue.COMPANY.placeholder())) {
			return customers.withCompany() > 0;
		}
		return !name.equals(TemplateValue.LANGUAGE.placeholder()) || customers.withLanguage() > 0;
	}

	private static String problem(String name, CustomerSummary customers) {
		String problem = "no customer has a value for {{" + name + "}}";
		return name.startsWith(ATTRIBUTE)
				? problem + existing(name.substring(ATTRIBUTE.length()), customers.attributes().keySet()) : problem;
	}

	private static String existing(String attribute, Set<String> attributes) {
		if (attributes.isEmpty()) {
			return "; customers have no attributes";
		}
		return Nearest.to(attribute, attributes)
			.map((it) -> "; the nearest attribute is " + it)
			.orElseGet(() -> "; the attributes are " + listed(attributes));
	}

	private static String listed(Set<String> attributes) {
		String listed = new TreeSet<>(attributes).stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
		return (attributes.size() > MOST_LISTED) ? listed + " and " + (attributes.size() - MOST_LISTED) + " more"
				: listed;
	}

}
