package io.frontlineservice.consent.quiet;

import io.frontlineservice.address.UsState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The windows of all countries and states: those of the settings, else those of
 * {@link QuietHoursData}. Asked by {@link QuietHours}. Immutable.
 */
final class SendingWindows {

	/** The key of countries without a window of their own. */
	static final String DEFAULT = "default";

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private static final String STATE_PREFIX = CustomerPlace.USA + "-";

	private final Map<String, SendingWindow> windows = new HashMap<>();

	private final Map<UsState, List<ZoneId>> usZones = QuietHoursData.INCLUDED.usZones();

	/**
	 * Creates windows.
	 * @param overriding the windows of the settings, by country, state or
	 * {@link #DEFAULT}
	 * @throws IllegalArgumentException if one of them cannot be used
	 */
	SendingWindows(Map<String, String> overriding) {
		QuietHoursData.INCLUDED.windows().forEach(this::put);
		overriding.forEach(this::put);
	}

	private void put(String key, String window) {
		String region = region(key).orElseThrow(() -> new IllegalArgumentException("There is no region " + key));
		this.windows.put(region, SendingWindowReader.read(window, QuietHoursData.INCLUDED.holidaysOf(region)));
	}

	/**
	 * Returns the region that a key of the settings stands for: a country, a state such
	 * as {@code US-TX}, or {@link #DEFAULT}. An environment variable has other separators
	 * and capitals.
	 */
	static Optional<String> region(String key) {
		String name = key.strip().toUpperCase(Locale.ROOT).replaceAll("[._]", "-");
		if (name.equalsIgnoreCase(DEFAULT)) {
			return Optional.of(DEFAULT);
		}
		boolean isState = name.startsWith(STATE_PREFIX)
				&& Arrays.stream(UsState.values()).anyMatch((state) -> name.equals(STATE_PREFIX + state.name()));
		return (isState || COUNTRIES.contains(name)) ? Optional.of(name) : Optional.empty();
	}

	/** Returns the time zones of a state. */
	List<ZoneId> zonesIn(UsState state) {
		return Objects.requireNonNull(this.usZones.get(state));
	}

	/** Returns those of the time zones that are of the state. */
	List<ZoneId> zonesIn(UsState state, List<ZoneId> zones) {
		return zones.stream()
			.filter((zone) -> zonesIn(state).stream().anyMatch((it) -> ZoneCountries.areSame(it, zone)))
			.toList();
	}

	/**
	 * Returns all windows in which a message to that place must be at the same time.
	 */
	List<LocalWindow> at(CustomerPlace place) {
		String region = place.region();
		if (region == null) {
			return List.of();
		}
		if (region.equals(CustomerPlace.USA)) {
			return inAnyState(place.zones());
		}
		List<ZoneId> zones = place.zones().isEmpty() ? ZoneCountries.zonesOf(region) : place.zones();
		return zones.stream().map((zone) -> new LocalWindow(zone, window(region))).toList();
	}

	/** The state is unknown: those of each state that has one of the zones. */
	private List<LocalWindow> inAnyState(List<ZoneId> zones) {
		List<LocalWindow> all = new ArrayList<>();
		for (UsState state : UsState.values()) {
			for (ZoneId zone : zones.isEmpty() ? zonesIn(state) : zonesIn(state, zones)) {
				all.add(new LocalWindow(zone, window(STATE_PREFIX + state.name())));
			}
		}
		return all.isEmpty() ? zones.stream().map((zone) -> new LocalWindow(zone, window(CustomerPlace.USA))).toList()
				: all;
	}

	private SendingWindow window(String region) {
		String country = region.startsWith(STATE_PREFIX) ? CustomerPlace.USA : region;
		return Objects.requireNonNull(
				this.windows.getOrDefault(region, this.windows.getOrDefault(country, this.windows.get(DEFAULT))));
	}

	/**
	 * A window in one time zone.
	 *
	 * @param zone the time zone
	 * @param window the hours in local time
	 */
	record LocalWindow(ZoneId zone, SendingWindow window) {

	}

}
