package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.geocoding.PhoneNumberOfflineGeocoder;
import java.util.Locale;
import java.util.Optional;

/**
 * The country and the state of addresses. Used for quiet hours. Thread-safe.
 */
public final class PhoneRegions {

	private static final String UNKNOWN = "ZZ";

	private static final String USA = "US";

	private static final int LENGTH_OF_COUNTRY = 2;

	private PhoneRegions() {
	}

	/**
	 * Returns the country of an address, as two letters such as {@code US}; empty if the
	 * address does not have a country. A number that several countries of a country code
	 * might have belongs to the main one.
	 */
	public static Optional<String> countryOf(Address address) {
		return Optional.ofNullable(address.country()).or(() -> parsed(address).flatMap(PhoneRegions::countryOf));
	}

	private static Optional<String> countryOf(PhoneNumber number) {
		PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
		String region = numbers.getRegionCodeForNumber(number);
		String country = (region != null) ? region : numbers.getRegionCodeForCountryCode(number.getCountryCode());
		// Numbers of satellites, for example, belong to the "region" 001.
		return Optional.of(country).filter((it) -> it.length() == LENGTH_OF_COUNTRY && !it.equals(UNKNOWN));
	}

	/**
	 * Returns the state to which the area code of a number in the USA belongs; empty if
	 * it does not belong to one state. Its owner may have moved with the number.
	 */
	public static Optional<UsState> usStateOf(Address address) {
		// The area code of another country may have the name of a state, such as Georgia.
		Optional<PhoneNumber> american = countryOf(address).filter(USA::equals).flatMap((country) -> parsed(address));
		return american.flatMap((number) -> {
			// "New York, NY", "New York" or "United States".
			String place = PhoneNumberOfflineGeocoder.getInstance()
				.getDescriptionForNumber(number, Locale.ENGLISH, USA);
			return place.equals("Philadelphia") ? Optional.of(UsState.PA)
					: UsState.read(place.substring(place.lastIndexOf(',') + 1));
		});
	}

	private static Optional<PhoneNumber> parsed(Address address) {
		String number = address.number();
		if (number == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(PhoneNumberUtil.getInstance().parse(number, null));
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

}
