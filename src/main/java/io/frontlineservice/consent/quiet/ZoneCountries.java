package io.frontlineservice.consent.quiet;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The countries of time zones, from the data of ICU. Thread-safe. */
final class ZoneCountries {

	private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

	private static final int LENGTH_OF_COUNTRY = 2;

	private ZoneCountries() {
	}

	/** Returns the country of a time zone; empty for zones such as UTC. */
	static Optional<String> countryOf(ZoneId zone) {
		try {
			return Optional.of(TimeZone.getRegion(zone.getId())).filter((it) -> it.length() == LENGTH_OF_COUNTRY);
		}
		catch (IllegalArgumentException ex) {
			// An offset, or a zone that only the JDK knows.
			return Optional.empty();
		}
	}

	/** Returns all time zones of a country; empty if there is no such country. */
	static List<ZoneId> zonesOf(String country) {
		return TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null)
			.stream()
			.filter(NAMES::contains)
			.map(ZoneId::of)
			.toList();
	}

	/** Returns whether both are names of the same time zone. */
	static boolean areSame(ZoneId zone, ZoneId other) {
		return canonical(zone).equals(canonical(other));
	}

	private static String canonical(ZoneId zone) {
		String name = TimeZone.getCanonicalID(zone.getId());
		return (name != null) ? name : zone.getId();
	}

}
