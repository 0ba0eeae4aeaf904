package io.frontlineservice.sandbox.crm.contract;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a search. Each must begin a word of the name or company, or occur in the
 * e-mail address or in a phone number. Immutable.
 *
 * @param words the words without case and accents
 */
record SearchedWords(List<String> words) {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{N}]");

	private static final Pattern DIGITS_OF_NUMBER = Pattern.compile("[0-9()/.+-]*[0-9][0-9()/.+-]*");

	private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

	static SearchedWords of(@Nullable String search) {
		return new SearchedWords((search == null) ? List.of()
				: BLANKS.splitAsStream(fold(search)).filter((word) -> !word.isEmpty()).toList());
	}

	/** Returns a text without case and accents. */
	static String fold(String text) {
		return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/** Whether each word occurs in this customer. */
	boolean match(Map<String, ?> customer) {
		List<String> names = texts(customer, "display_name", "company");
		List<String> emails = texts(customer, "email");
		List<String> numbers = StoredCustomer.addresses(customer)
			.map((it) -> NO_DIGIT.matcher(it).replaceAll(""))
			.toList();
		return this.words.stream()
			.allMatch((word) -> names.stream().anyMatch((it) -> begins(it, word))
					|| emails.stream().anyMatch((it) -> it.contains(word)) || isPartOfAny(numbers, word));
	}

	private static List<String> texts(Map<String, ?> customer, String... properties) {
		return Stream.of(properties)
			.map(customer::get)
			.filter(Objects::nonNull)
			.map((value) -> fold(value.toString()))
			.toList();
	}

	/** A word without letters and digits may be anywhere. */
	private static boolean begins(String text, String word) {
		boolean anywhere = !LETTER.matcher(word).find();
		for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
			if (anywhere || i == 0 || !LETTER.matcher(text.substring(i - 1, i)).matches()) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPartOfAny(List<String> numbers, String word) {
		String digits = NO_DIGIT.matcher(word).replaceAll("");
		return DIGITS_OF_NUMBER.matcher(word).matches() && numbers.stream().anyMatch((it) -> it.contains(digits));
	}

}
