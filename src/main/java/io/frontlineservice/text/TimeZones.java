package io.frontlineservice.text;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads time zones as people write them. Called for customers, workers and settings.
 * Thread-safe.
 */
public final class TimeZones {

	/** Without offsets, which ZoneId also accepts but which have no summer time. */
	private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

	private TimeZones() {
	}

	/** The time zone with this full name, such as {@code Europe/Berlin}. */
	public static Optional<ZoneId> read(@Nullable String written) {
		return Optional.ofNullable(written).map(String::strip).filter(NAMES::contains).map(ZoneId::of);
	}

}
