package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The zero that is dialed before an area code inside a country, and that people also
 * write after the country code. Called by {@link WrittenNumbers}. Stateless and
 * thread-safe.
 */
final class TrunkZero {

	private static final Pattern IN_PARENTHESES = Pattern.compile("[(\\[][\\p{Zs}\\t]*0[\\p{Zs}\\t]*[)\\]]");

	/** The international dialing prefixes. */
	private static final Pattern INTERNATIONAL_PREFIX = Pattern.compile("^(?:0011|011|010|00)");

	private TrunkZero() {
	}

	/** The text without a zero directly after the country code. */
	static String removed(String text) {
		String code = Address.E164.matcher(text).matches() ? CountryCodes.of(text.substring(1)) : null;
		if (code != null && text.startsWith("0", 1 + code.length())) {
			return "+" + code + text.substring(2 + code.length());
		}
		Matcher zero = IN_PARENTHESES.matcher(text);
		return (zero.find() && isCountryCode(text.substring(0, zero.start()))) ? zero.replaceFirst("") : text;
	}

	/**
	 * Whether a number in E.164 has such a zero and its country uses zero as trunk
	 * prefix.
	 */
	static boolean isIn(@Nullable String number) {
		String code = (number != null) ? CountryCodes.of(number.substring(1)) : null;
		return number != null && code != null && CountryCodes.trunkPrefix(code).equals("0")
				&& number.startsWith("0", 1 + code.length());
	}

	private static boolean isCountryCode(String text) {
		String digits = INTERNATIONAL_PREFIX.matcher(PhoneNumberUtil.normalizeDigitsOnly(text)).replaceFirst("");
		return digits.equals(CountryCodes.of(digits));
	}

}
