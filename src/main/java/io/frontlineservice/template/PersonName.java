package io.frontlineservice.template;

import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name and first name of a customer. Called by {@link TemplateValue}.
 */
final class PersonName {

	/** The attribute for CRMs that keep the first name separately. */
	private static final String FIRST_NAME = "first_name";

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau",
			"hr", "fr", "sr", "sra", "srta", "mme", "mlle", "sir", "dame", "rev", "jr", "ii", "iii", "iv", "esq", "phd",
			"md", "mba");

	/** Words between two people, as in {@code Mr and Mrs Smith}. */
	private static final Set<String> CONJUNCTIONS = Set.of("and", "und", "et", "y", "e", "og", "och");

	private PersonName() {
	}

	/**
	 * The name; null if the CRM has an e-mail address, a number or an id in its place.
	 */
	static @Nullable String of(CrmCustomer customer) {
		String name = customer.name();
		boolean isName = !name.equals(customer.id().value()) && !name.contains("@")
				&& name.codePoints().anyMatch(Character::isLetter);
		return isName ? name : null;
	}

	/**
	 * The first name: from the CRM's attribute, else the first word of the name that is
	 * not a title, after the comma in {@code Berg, Lina}. Null if that is an initial, if
	 * there is no such word, or if the customer is a company.
	 */
	static @Nullable String firstNameOf(CrmCustomer customer) {
		String own = customer.text(FIRST_NAME);
		if (own != null && !own.isBlank()) {
			return own;
		}
		String name = of(customer);
		if (name == null || name.equals(customer.company()) || CompanyName.matches(name, PersonName::isTitle)) {
			return null;
		}
		int comma = name.indexOf(',');
		List<String> words = words(name.substring(comma + 1));
		Optional<String> first = firstNonTitle(words);
		List<String> before = words(name.substring(0, Math.max(0, comma)));
		if (first.isEmpty() && before.size() > 1) {
			// Lina Berg, PhD
			first = firstNonTitle(before);
		}
		return first.filter(PersonName::isUsable).orElse(null);
	}

	private static List<String> words(String text) {
		return BLANKS.splitAsStream(text).filter((word) -> !word.isEmpty()).toList();
	}

	private static Optional<String> firstNonTitle(List<String> words) {
		return words.stream().filter((word) -> !isTitle(word)).findFirst();
	}

	/** {@code Dr.} and also {@code med.}, but not the initial {@code J.} */
	private static boolean isTitle(String word) {
		return isOneOf(TITLES, word) || (word.endsWith(".") && word.length() > 2);
	}

	private static boolean isOneOf(Set<String> known, String word) {
		return known.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
	}

	/** Whether a word can be a first name: not an initial, "and" or a bracket. */
	private static boolean isUsable(String word) {
		boolean isInitial = (word.length() == 2 && word.endsWith(".")) || (word.length() == 1 && word.charAt(0) <= 'z');
		return Character.isLetter(word.codePointAt(0)) && !isInitial && !isOneOf(CONJUNCTIONS, word);
	}

}
