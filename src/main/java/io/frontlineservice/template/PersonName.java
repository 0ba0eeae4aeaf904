package io.frontlineservice.template;

import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to call a customer. Called by {@link Value}.
 */
final class PersonName {

	/** Where a CRM that has first names of their own keeps them. */
	private static final String FIRST_NAME = "first_name";

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	/** Titles and degrees, and the legal forms of companies: {@code Oak & Ash, Inc.} */
	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau",
			"hr", "fr", "sr", "sra", "srta", "mme", "mlle", "dott", "ing", "mag", "dipl", "sir", "dame", "rev", "jr",
			"esq", "phd", "md", "inc", "llc", "ltd", "gmbh");

	private PersonName() {
	}

	/**
	 * The name; null if what is shown in its place is no name but an e-mail address or an
	 * id.
	 */
	static @Nullable String of(CrmCustomer customer) {
		boolean isName = !customer.name().equals(customer.id()) && !customer.name().contains("@");
		return isName ? customer.name() : null;
	}

	/**
	 * The first name: the CRM's own, else the first word of the name that is no title, of
	 * the part behind the comma in {@code Berg, Lina}. Null if there is no such word, or
	 * if the customer is known by a company's name.
	 */
	static @Nullable String firstOf(CrmCustomer customer) {
		String own = customer.attributes().get(FIRST_NAME);
		if (own != null && !own.isBlank()) {
			return own;
		}
		String name = of(customer);
		if (name == null || name.equals(customer.company())) {
			return null;
		}
		List<String> words = BLANKS.splitAsStream(name.substring(name.indexOf(',') + 1))
			.filter((word) -> !word.isEmpty() && !isTitle(word))
			.toList();
		return words.isEmpty() ? null : words.get(0);
	}

	private static boolean isTitle(String word) {
		return TITLES.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
	}

}
