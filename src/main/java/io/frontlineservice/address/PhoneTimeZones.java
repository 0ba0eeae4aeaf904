package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The time zones of phone numbers. Used for greetings and dates in messages, and for
 * quiet hours. Thread-safe.
 */
public final class PhoneTimeZones {

	private static final String UNKNOWN = PhoneNumberToTimeZonesMapper.getUnknownTimeZone();

	private PhoneTimeZones() {
	}

	/**
	 * The time zone of a number; empty if the address is not a number, or if the number
	 * may belong to places with different local times at that moment.
	 */
	public static Optional<ZoneId> at(Address address, Instant moment) {
		String number = address.number();
		if (number == null) {
			return Optional.empty();
		}
		try {
			List<ZoneId> zones = names(number).stream().map(ZoneId::of).toList();
			boolean agree = zones.stream().map((zone) -> zone.getRules().getOffset(moment)).distinct().count() == 1;
			return agree ? Optional.of(zones.get(0)) : Optional.empty();
		}
		catch (NumberParseException | DateTimeException ex) {
			// The number does not exist, or this JDK does not know the zone.
			return Optional.empty();
		}
	}

	/**
	 * Returns all time zones that a number may belong to: those of the area code, or for
	 * a mobile number of some countries all zones of the country code, which may be those
	 * of several countries.
	 * @return empty if the address is not a number, or the number cannot exist
	 */
	public static List<ZoneId> allOf(Address address) {
		String number = address.number();
		if (number == null) {
			return List.of();
		}
		try {
			PhoneNumber parsed = PhoneNumberUtil.getInstance().parse(number, null);
			List<String> names = (parsed.getCountryCode() == AreaCodeTimeZones.COUNTRY_CODE)
					? AreaCodeTimeZones.of(parsed)
					: PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(parsed);
			return names.contains(UNKNOWN) ? List.of() : names.stream().map(ZoneId::of).toList();
		}
		catch (NumberParseException | DateTimeException ex) {
			// The number does not exist, or this JDK does not know the zone.
			return List.of();
		}
	}

	private static List<String> names(String number) throws NumberParseException {
		List<String> names = PhoneNumberToTimeZonesMapper.getInstance()
			.getTimeZonesForGeographicalNumber(PhoneNumberUtil.getInstance().parse(number, null));
		return names.contains(UNKNOWN) ? List.of() : names;
	}

}
