package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a text that may be a number: digits and separators. A word or any other
 * character ends it. Used by {@link WrittenNumbers}. Immutable.
 *
 * @param text from the first character to the last digit
 * @param isFirst whether there are no digits before it and no letter directly before it
 * @param hasLettersBehind whether letters follow directly, which may mean digits as in
 * {@code 1-800-FLOWERS}, or look like digits
 */
record WrittenNumber(String text, boolean isFirst, boolean hasLettersBehind) {

	private static final String BLANK = "\\p{Zs}\\t";

	private static final Pattern NUMBER = Pattern
		.compile("[(\\[]*[+＋]*[(\\[" + BLANK + "]*\\p{Nd}(?:[\\p{Nd}" + BLANK + "()\\[\\]./\\p{Pd}−'’·•_]*\\p{Nd})?");

	private static final Pattern ISO_DATE = Pattern
		.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:[" + BLANK + "]|\\z)");

	/**
	 * Letters of a keypad, or that look like digits, unless they introduce an extension.
	 */
	private static final Pattern LETTERS_BEHIND = Pattern
		.compile("[\\p{Pd}./_'’]?(?!(?:[xX]|[dD][wW]|[kK][lL]|\\p{L}{3,})" + "[.:" + BLANK
				+ "]*\\p{Nd})[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}].*", Pattern.DOTALL);

	/** A single digit before a word, as in {@code 2. floor}. */
	private static final Pattern COUNT = Pattern.compile("(?s).*[" + BLANK + "]\\p{Nd}");

	private static final Pattern WORD_BEHIND = Pattern.compile("(?s)\\.?[" + BLANK + "]+\\p{L}.*");

	private static final Pattern DIGIT_OR_LETTER_BEFORE = Pattern.compile("\\p{Nd}|\\p{L}\\z");

	/**
	 * More digits after a word or comma are probably not an extension or a time of day.
	 */
	static final int LONGEST_EXTENSION = 5;

	private static final String INTERNATIONAL_PREFIX = "00";

	/** All parts of a text that may be numbers, in their order. */
	static List<WrittenNumber> all(String text) {
		return NUMBER.matcher(text).results().map((match) -> of(text, match)).toList();
	}

	private static WrittenNumber of(String text, MatchResult match) {
		String before = text.substring(0, match.start());
		boolean isFirst = !DIGIT_OR_LETTER_BEFORE.matcher(before).find();
		String behind = text.substring(match.end());
		boolean endsInCount = COUNT.matcher(match.group()).matches() && WORD_BEHIND.matcher(behind).matches();
		return new WrittenNumber(match.group(), isFirst, endsInCount || LETTERS_BEHIND.matcher(behind).matches());
	}

	/** Whether this begins with a date such as {@code 2024-05-12}. */
	boolean beginsWithDate() {
		return ISO_DATE.matcher(this.text).lookingAt();
	}

	/** The number after the date; empty if a time of day follows, or nothing. */
	Optional<WrittenNumber> afterDate() {
		String rest = ISO_DATE.matcher(this.text).replaceFirst("");
		boolean isNumber = rest.chars().filter(Character::isDigit).count() > LONGEST_EXTENSION;
		return isNumber ? Optional.of(new WrittenNumber(rest, false, this.hasLettersBehind)) : Optional.empty();
	}

	/** Whether each closing parenthesis has an opening one before it. */
	boolean isBalanced() {
		int open = 0;
		for (int i = 0; i < this.text.length() && open >= 0; i++) {
			char sign = this.text.charAt(i);
			open += isOpening(sign) ? 1 : (sign == ')' || sign == ']') ? -1 : 0;
		}
		return open >= 0;
	}

	/**
	 * The positions where a second number or an extension may begin: slashes, opening
	 * parentheses, and separators before a trunk or international prefix.
	 */
	List<Integer> splitPoints(String trunkPrefix) {
		List<Integer> cuts = new ArrayList<>(1);
		for (int i = 1; i < this.text.length(); i++) {
			char sign = this.text.charAt(i);
			if (sign == '/' || isOpening(sign) || (!Character.isDigit(sign) && isPrefixAt(i + 1, trunkPrefix))) {
				cuts.add(i);
			}
		}
		return cuts;
	}

	private boolean isPrefixAt(int place, String trunkPrefix) {
		if (digits(this.text.substring(place)).length() <= LONGEST_EXTENSION) {
			return false;
		}
		// A trunk prefix that is also a country code, as in North America, does not mark
		// a new number.
		boolean isTrunkPrefix = trunkPrefix.startsWith("0") || trunkPrefix.equals("8");
		return this.text.startsWith(INTERNATIONAL_PREFIX, place)
				|| (isTrunkPrefix && this.text.startsWith(trunkPrefix, place));
	}

	/** Whether the text before that position can only be the start of one number. */
	boolean isStart(int end, String countryCode, String trunkPrefix) {
		String digits = digits(this.text.substring(0, end));
		boolean hasPrefix = digits.startsWith("0") || (!trunkPrefix.isEmpty() && digits.startsWith(trunkPrefix));
		return this.text.startsWith("+") || hasPrefix || digits.equals(countryCode);
	}

	int countDigits() {
		return digits(this.text).length();
	}

	private static boolean isOpening(char sign) {
		return sign == '(' || sign == '[';
	}

	private static String digits(String text) {
		return PhoneNumberUtil.normalizeDigitsOnly(text);
	}

}
