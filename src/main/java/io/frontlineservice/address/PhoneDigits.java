package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digits under which people look for a number: with its country code, and as it is
 * dialled inside its country. Called by searches. Thread-safe.
 */
public final class PhoneDigits {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private PhoneDigits() {
	}

	/**
	 * The digit strings of an address; none for a chat identity. {@code +4930123456}
	 * gives {@code 4930123456} and {@code 030123456}.
	 */
	public static List<String> of(Address address) {
		if (address.channel() == ChannelType.CHAT) {
			return List.of();
		}
		String number = address.value().substring(address.value().indexOf('+'));
		String international = number.substring(1);
		String national = national(number);
		return (national == null || international.endsWith(national)) ? List.of(international)
				: List.of(international, national);
	}

	private static @Nullable String national(String number) {
		try {
			PhoneNumber parsed = NUMBERS.parse(number, null);
			String region = NUMBERS.getRegionCodeForCountryCode(parsed.getCountryCode());
			String trunkPrefix = NUMBERS.getNddPrefixForRegion(region, true);
			return (trunkPrefix != null) ? trunkPrefix + NUMBERS.getNationalSignificantNumber(parsed) : null;
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

}
