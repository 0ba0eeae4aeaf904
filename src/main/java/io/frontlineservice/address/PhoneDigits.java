package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The digits under which people look for a number: with its country code, and as it is
 * dialled inside its country. Called by searches. Thread-safe.
 */
public final class PhoneDigits {

	private static final String INTERNATIONAL_PREFIX = "00";

	private static final int LONGEST_COUNTRY_CODE = 3;

	/** What is dialled inside a country in place of its code, by that code. */
	private static final Map<String, String> TRUNK_PREFIXES = trunkPrefixes();

	private PhoneDigits() {
	}

	/**
	 * The digit strings of an address; none for a chat identity. {@code +4930123456}
	 * gives {@code 004930123456}, in which the number without 00 occurs as well, and
	 * {@code 030123456}.
	 */
	public static List<String> of(Address address) {
		if (address.channel() == ChannelType.CHAT) {
			return List.of();
		}
		String digits = address.value().substring(address.value().indexOf('+') + 1);
		for (int length = 1; length <= Math.min(LONGEST_COUNTRY_CODE, digits.length()); length++) {
			String code = digits.substring(0, length);
			String trunkPrefix = TRUNK_PREFIXES.get(code);
			// Where the prefix is the code, as in North America, both strings are the
			// same.
			if (trunkPrefix != null && !trunkPrefix.equals(code)) {
				return List.of(INTERNATIONAL_PREFIX + digits, trunkPrefix + digits.substring(length));
			}
		}
		return List.of(INTERNATIONAL_PREFIX + digits);
	}

	private static Map<String, String> trunkPrefixes() {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		Map<String, String> prefixes = new HashMap<>();
		for (int code : numbers.getSupportedCallingCodes()) {
			String region = numbers.getRegionCodeForCountryCode(code);
			boolean isCountry = !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
			String prefix = isCountry ? numbers.getNddPrefixForRegion(region, true) : null;
			if (prefix != null) {
				prefixes.put(String.valueOf(code), prefix);
			}
		}
		return Map.copyOf(prefixes);
	}

}
