package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The assigned country codes and the trunk prefix of each country. Called by
 * {@link PhoneDigits}, {@link Address} and the readers of numbers. Thread-safe.
 */
final class CountryCodes {

	private static final int LONGEST = 3;

	private static final Set<String> ASSIGNED = PhoneNumberUtil.getInstance()
		.getSupportedCallingCodes()
		.stream()
		.map(String::valueOf)
		.collect(Collectors.toUnmodifiableSet());

	/**
	 * By country code, of the countries that were asked for. The library has a file for
	 * each country, and reading all of them takes long.
	 */
	private static final Map<String, String> TRUNK_PREFIXES = new ConcurrentHashMap<>();

	private CountryCodes() {
	}

	/**
	 * The country code at the start of these digits, or null.
	 * @param digits the digits of a number in E.164, without the plus
	 */
	static @Nullable String of(String digits) {
		for (int length = 1; length <= Math.min(LONGEST, digits.length()); length++) {
			String code = digits.substring(0, length);
			if (ASSIGNED.contains(code)) {
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
		return ASSIGNED.contains(countryCode)
				? TRUNK_PREFIXES.computeIfAbsent(countryCode, CountryCodes::readTrunkPrefix) : "";
	}

	private static String readTrunkPrefix(String countryCode) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		String region = numbers.getRegionCodeForCountryCode(Integer.parseInt(countryCode));
		boolean isCountry = !region.equals(PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY);
		String prefix = isCountry ? numbers.getNddPrefixForRegion(region, true) : null;
		return (prefix != null) ? prefix : "";
	}

}
