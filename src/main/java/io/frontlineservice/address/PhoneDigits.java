package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The digits by which a search finds a number: with its country code, and as dialed
 * inside its country. Called by CRM adapters for their search index. Thread-safe.
 */
public final class PhoneDigits {

	private static final String INTERNATIONAL_PREFIX = "00";

	private static final String ARGENTINE_MOBILE = "+549";

	private PhoneDigits() {
	}

	/**
	 * The digit strings of an address; none if it is not a number. {@code +4930123456}
	 * gives {@code 004930123456}, which includes the number without 00, and
	 * {@code 030123456}. A number that WhatsApp writes differently gives the digits of
	 * both forms.
	 */
	public static List<String> of(Address address) {
		String number = address.number();
		return (number == null) ? List.of()
				: ComparableNumber.forms(number).stream().flatMap(PhoneDigits::ofForm).distinct().toList();
	}

	/**
	 * Returns the digits of a number after its country code; null if the address is not a
	 * number, or if its country code is unknown.
	 */
	public static @Nullable String withoutCountryCode(Address address) {
		String number = address.number();
		String digits = (number != null) ? number.substring(1) : "";
		String code = CountryCodes.of(digits);
		return (code != null) ? digits.substring(code.length()) : null;
	}

	private static Stream<String> ofForm(String number) {
		String digits = number.substring(number.indexOf('+') + 1);
		String code = CountryCodes.of(digits);
		String trunkPrefix = (code != null) ? CountryCodes.trunkPrefix(code) : "";
		// In North America the trunk prefix equals the country code, so both strings are
		// the same.
		if (code == null || trunkPrefix.isEmpty() || trunkPrefix.equals(code)) {
			return Stream.of(INTERNATIONAL_PREFIX + digits);
		}
		Stream<String> both = Stream.of(INTERNATIONAL_PREFIX + digits, trunkPrefix + digits.substring(code.length()));
		return number.startsWith(ARGENTINE_MOBILE) ? Stream.concat(both, asDialedInCountry(number)) : both;
	}

	/** Inside Argentina a 15 after the area code is dialed instead of the 9 before it. */
	private static Stream<String> asDialedInCountry(String number) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		try {
			String national = numbers.format(numbers.parse(number, null), PhoneNumberFormat.NATIONAL);
			return Stream.of(PhoneNumberUtil.normalizeDigitsOnly(national));
		}
		catch (NumberParseException ex) {
			return Stream.empty();
		}
	}

}
