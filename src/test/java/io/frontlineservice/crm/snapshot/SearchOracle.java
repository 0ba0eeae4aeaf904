package io.frontlineservice.crm.snapshot;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * What a search must find, worked out slowly and from the rule's words alone: it shares
 * no code with the search. It knows the accents and countries that the tests use.
 */
record SearchOracle(String query) {

	private static final Map<String, String> LETTERS = Map.of("ß", "ss", "ł", "l", "ø", "o", "ı", "i", "’", "'");

	private static final Map<String, String> TRUNK_PREFIXES = Map.of("49", "0", "33", "0", "44", "0");

	private static final Pattern BLANK = Pattern.compile("[ \\t]+");

	private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");

	boolean finds(CrmCustomer customer) {
		if (this.query.isBlank()) {
			return true;
		}
		List<String> words = BLANK.splitAsStream(fold(this.query))
			.filter((word) -> !parts(word).isEmpty() && !word.equals("(0)"))
			.toList();
		return !words.isEmpty() && words.stream().allMatch((word) -> finds(word, customer));
	}

	/** Whether a name begins with the query, whatever its case and accents. */
	boolean isBeginningOf(String name) {
		Collator letters = Collator.getInstance(ULocale.ROOT);
		letters.setStrength(Collator.PRIMARY);
		String expanded = name.replace("ß", "ss");
		return IntStream.rangeClosed(0, expanded.length())
			.anyMatch((end) -> letters.compare(expanded.substring(0, end), this.query.strip()) == 0);
	}

	private static boolean finds(String word, CrmCustomer customer) {
		return beginsWords(word, customer) || occursInEmail(word, customer) || occursInNumber(word, customer);
	}

	private static boolean beginsWords(String word, CrmCustomer customer) {
		List<String> words = new ArrayList<>(parts(fold(customer.name())));
		if (customer.company() != null) {
			words.addAll(parts(fold(customer.company())));
		}
		return parts(word).stream().allMatch((part) -> words.stream().anyMatch((it) -> it.startsWith(part)));
	}

	private static boolean occursInEmail(String word, CrmCustomer customer) {
		String bare = word.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
		return customer.emails().stream().anyMatch((email) -> fold(email).contains(bare));
	}

	private static boolean occursInNumber(String word, CrmCustomer customer) {
		String digits = NO_DIGIT.matcher(word.replace("(0)", "")).replaceAll("");
		if (digits.isEmpty() || word.chars().anyMatch(Character::isLetter) || customer.card().channels() == null) {
			return false;
		}
		return customer.card().channels().stream().map(Channel::value).anyMatch((it) -> dialled(it, digits));
	}

	private static boolean dialled(String number, String digits) {
		if (!number.contains("+")) {
			return false;
		}
		String international = NO_DIGIT.matcher(number).replaceAll("");
		String trunkPrefix = TRUNK_PREFIXES.get(international.substring(0, 2));
		return ("00" + international).contains(digits)
				|| (trunkPrefix != null && (trunkPrefix + international.substring(2)).contains(digits));
	}

	private static List<String> parts(String folded) {
		return NO_LETTER_OR_DIGIT.splitAsStream(folded).filter((part) -> !part.isEmpty()).toList();
	}

	private static String fold(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
			lower = lower.replace(letter.getKey(), letter.getValue());
		}
		return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
	}

}
