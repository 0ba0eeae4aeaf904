package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The time zones of the area codes of North America. People keep the number of a mobile
 * phone when they move within an area, so the digits after the area code say little. Used
 * by {@link PhoneTimeZones}. Thread-safe.
 */
final class AreaCodeTimeZones {

	static final int COUNTRY_CODE = 1;

	private static final int DIGITS_AFTER_AREA_CODE = 7;

	private static final long NUMBERS_OF_AREA_CODE = (long) Math.pow(10, DIGITS_AFTER_AREA_CODE);

	private static final long NUMBERS_OF_EXCHANGE = 10_000;

	private static final int AREA_CODES_END = 1000;

	private static final int FIRST_EXCHANGE = 200;

	private static final int EXCHANGES_END = 1000;

	private static final Map<Long, List<String>> ZONES = new ConcurrentHashMap<>();

	private AreaCodeTimeZones() {
	}

	/**
	 * Returns the names of all time zones that numbers with the same area code have.
	 */
	static List<String> of(PhoneNumber number) {
		long areaCode = number.getNationalNumber() / NUMBERS_OF_AREA_CODE;
		// A longer number does not exist, and would fill the map.
		return (areaCode < AREA_CODES_END) ? ZONES.computeIfAbsent(areaCode, AreaCodeTimeZones::ofAreaCode) : List.of();
	}

	private static List<String> ofAreaCode(long areaCode) {
		return IntStream.range(FIRST_EXCHANGE, EXCHANGES_END)
			.mapToObj((exchange) -> new PhoneNumber().setCountryCode(COUNTRY_CODE)
				.setNationalNumber(areaCode * NUMBERS_OF_AREA_CODE + exchange * NUMBERS_OF_EXCHANGE))
			.flatMap((number) -> PhoneNumberToTimeZonesMapper.getInstance()
				.getTimeZonesForGeographicalNumber(number)
				.stream())
			.distinct()
			.toList();
	}

}
