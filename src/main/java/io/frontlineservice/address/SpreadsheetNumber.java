package io.frontlineservice.address;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads phone numbers that a spreadsheet or program has formatted as amounts, such as
 * {@code 4.36641234567E11} or {@code 436641234567.0}. Called by {@link WrittenNumbers}.
 * Stateless and thread-safe.
 *
 * @param digits the original digits, with a plus if there was one; null if digits are
 * lost
 */
record SpreadsheetNumber(@Nullable String digits) {

	static final String DIGITS_LOST = "a spreadsheet has changed the digits of the number: format its column as text";

	private static final SpreadsheetNumber UNREADABLE = new SpreadsheetNumber(null);

	private static final Pattern SCIENTIFIC = Pattern.compile("(\\+?)([0-9]+(?:[.,][0-9]*)?)[eE]\\s?(\\+?[0-9]{1,2})");

	/** An exponent with other text around it. */
	private static final Pattern EXPONENT = Pattern.compile("[0-9][eE]\\s?[+-]?[0-9]|10\\s?\\^|×\\s?10");

	private static final Pattern DECIMAL = Pattern.compile("(\\+?[0-9]{5,})[.,](0+|[0-9]{0,2})");

	/**
	 * A mantissa without its exponent: a phone number has more than one digit before a
	 * dot.
	 */
	private static final Pattern MANTISSA = Pattern.compile("\\+?[0-9][.,][0-9]+");

	private static final Pattern GROUPED = Pattern
		.compile("(\\+?[0-9]{1,3}(?:([,.'’\\s\\p{Z}])[0-9]{3})(?:\\2[0-9]{3})*)(?!\\2)([.,]0+)?");

	private static final Pattern NO_DIGIT = Pattern.compile("[^+0-9]");

	/** The number if the text is formatted as an amount; otherwise null. */
	static @Nullable SpreadsheetNumber read(String text) {
		Matcher scientific = SCIENTIFIC.matcher(text);
		if (scientific.matches()) {
			return scientific(scientific);
		}
		if (EXPONENT.matcher(text).find() || MANTISSA.matcher(text).matches()) {
			return UNREADABLE;
		}
		Matcher decimal = DECIMAL.matcher(text);
		if (decimal.matches()) {
			return withoutDecimals(decimal.group(1), decimal.group(2));
		}
		Matcher grouped = GROUPED.matcher(text);
		boolean isAmount = grouped.matches() && (",".equals(grouped.group(2)) || grouped.group(3) != null);
		return isAmount ? withoutDecimals(NO_DIGIT.matcher(grouped.group(1)).replaceAll(""), "0") : null;
	}

	private static SpreadsheetNumber scientific(Matcher matcher) {
		BigDecimal value = new BigDecimal(matcher.group(2).replace(',', '.') + "E" + matcher.group(3));
		boolean hasAllDigits = value.scale() >= 0 && value.stripTrailingZeros().scale() <= 0;
		return hasAllDigits ? new SpreadsheetNumber(matcher.group(1) + value.toBigInteger()) : UNREADABLE;
	}

	/**
	 * An amount does not begin with a zero: if it does, the zero after the dot may be an
	 * extension.
	 */
	private static SpreadsheetNumber withoutDecimals(String digits, String decimals) {
		return (!digits.startsWith("0") && decimals.chars().allMatch((digit) -> digit == '0'))
				? new SpreadsheetNumber(digits) : UNREADABLE;
	}

}
