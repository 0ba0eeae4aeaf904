package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The assigned country codes and the trunk prefix of each country. Called by
 * {@link PhoneDigits}, {@link Address} and the readers of numbers. Thread-safe.
 */
final class CountryCodes {

	private static final int LONGEST = 3;

	/** By country code; an empty text for countries without a trunk prefix. */
	private static final Map<String, String> TRUNK_PREFIXES = trunkPrefixes();

	private CountryCodes() {
	}

	/**
	 * The country code at the start of these digits, or null.
	 * @param digits the digits of a number in E.164, without the plus
	 */
	static @Nullable String of(String digits) {
		for (int length = 1; length <= Math.min(LONGEST, digits.length()); length++) {
			String code = digits.substring(0, length);
			if (TRUNK_PREFIXES.containsKey(code)) {
				return code;
			}
		}
		return null;
	}

	/** The country code of a region of two letters; null if the region is unknown. */
	static @Nullable String ofRegion(String region) {
		int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
		return (code != 0) ? String.valueOf(code) : null;
	}

	/**
	 * The prefix dialed before an area code inside the country; may be empty.
	 */
	static String trunkPrefix(String countryCode) {
		return TRUNK_PREFIXES.getOrDefault(countryCode, "");
	}

	private static Map<String, String> trunkPrefixes() {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		Map<String, String> prefixes = new HashMap<>();
		for (int code : numbers.getSupportedCallingCodes()) {
			String region = numbers.getRegionCodeForCountryCode(code);
			boolean isCountry = !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
			String prefix = isCountry ? numbers.getNddPrefixForRegion(region, true) : null;
			prefixes.put(String.valueOf(code), (prefix != null) ? prefix : "");
		}
		return Map.copyOf(prefixes);
	}

}
