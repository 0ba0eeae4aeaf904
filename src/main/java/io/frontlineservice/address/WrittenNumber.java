package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a text that may be a number: digits and what people write between them. Words
 * and all other signs end it. Used by {@link WrittenNumbers}. Immutable.
 *
 * @param text from the first sign to the last digit
 * @param isFirst whether no other digits stand before it, and no letter directly
 * @param hasLettersBehind whether letters follow directly, which may stand for digits as
 * in {@code 1-800-FLOWERS}, or look like them
 */
record WrittenNumber(String text, boolean isFirst, boolean hasLettersBehind) {

	private static final String BLANK = "\\p{Zs}\\t";

	private static final Pattern NUMBER = Pattern
		.compile("[(\\[]*[+＋]*[(\\[" + BLANK + "]*\\p{Nd}(?:[\\p{Nd}" + BLANK + "()\\[\\]./\\p{Pd}−'’·•_]*\\p{Nd})?");

	private static final Pattern ISO_DATE = Pattern
		.compile("(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:[" + BLANK + "]|\\z)");

	/** Letters that a keypad has, or that look like digits, unless digits follow them. */
	private static final Pattern LETTERS_BEHIND = Pattern
		.compile("[\\p{Pd}./_'’]?(?!(?:[xX]|[dD][wW]|[kK][lL]|\\p{L}{3,})" + "[.:" + BLANK
				+ "]*\\p{Nd})[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}].*", Pattern.DOTALL);

	/** A single digit and then a word, as in {@code 2. floor}. */
	private static final Pattern COUNT = Pattern.compile("(?s).*[" + BLANK + "]\\p{Nd}");

	private static final Pattern WORD_BEHIND = Pattern.compile("(?s)\\.?[" + BLANK + "]+\\p{L}.*");

	private static final Pattern DIGIT_OR_LETTER_BEFORE = Pattern.compile("\\p{Nd}|\\p{L}\\z");

	/** More digits behind a word or a comma are hardly an extension or a time of day. */
	static final int LONGEST_EXTENSION = 5;

	private static final String INTERNATIONAL_PREFIX = "00";

	/** All such parts of a text, in their order. */
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
	boolean isDate() {
		return ISO_DATE.matcher(this.text).lookingAt();
	}

	/** Whether each parenthesis that is closed was opened. */
	boolean isBalanced() {
		int open = 0;
		for (int i = 0; i < this.text.length() && open >= 0; i++) {
			char sign = this.text.charAt(i);
			open += isOpening(sign) ? 1 : (sign == ')' || sign == ']') ? -1 : 0;
		}
		return open >= 0;
	}

	/**
	 * Where the number may end, and another number or an extension begin: at slashes, at
	 * parentheses, and before a trunk or international prefix.
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
		// One that is a country code as well, as in North America, says nothing.
		boolean isTrunkPrefix = trunkPrefix.startsWith("0") || trunkPrefix.equals("8");
		return this.text.startsWith(INTERNATIONAL_PREFIX, place)
				|| (isTrunkPrefix && this.text.startsWith(trunkPrefix, place));
	}

	/** Whether what stands before that place can only be the start of one number. */
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
