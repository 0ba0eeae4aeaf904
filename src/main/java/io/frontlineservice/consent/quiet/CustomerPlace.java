package io.frontlineservice.consent.quiet;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer may be, as far as it matters for quiet hours. Found by
 * {@link CustomerPlaceFinder}. Immutable.
 *
 * @param region the country, such as {@code FR}, or the state of the US, such as
 * {@code US-TX}; null if it is unknown
 * @param zones the time zones that the customer may be in; empty for all zones of the
 * region
 */
record CustomerPlace(@Nullable String region, List<ZoneId> zones) {

	static final String USA = "US";

	static final CustomerPlace UNKNOWN = new CustomerPlace(null, List.of());

	CustomerPlace {
		zones = List.copyOf(zones);
	}

}
