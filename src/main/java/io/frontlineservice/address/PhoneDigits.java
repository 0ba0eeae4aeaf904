package io.frontlineservice.address;

import java.util.List;

/**
 * The digits under which people look for a number: with its country code, and as it is
 * dialled inside its country. Called by searches. Thread-safe.
 */
public final class PhoneDigits {

	private static final String INTERNATIONAL_PREFIX = "00";

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
		String code = CountryCodes.of(digits);
		String trunkPrefix = (code != null) ? CountryCodes.trunkPrefix(code) : "";
		// Where the prefix is the code, as in North America, both strings are the same.
		return (code == null || trunkPrefix.isEmpty() || trunkPrefix.equals(code))
				? List.of(INTERNATIONAL_PREFIX + digits)
				: List.of(INTERNATIONAL_PREFIX + digits, trunkPrefix + digits.substring(code.length()));
	}

}
