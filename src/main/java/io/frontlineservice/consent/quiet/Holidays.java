package io.frontlineservice.consent.quiet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The public holidays of a country: fixed days, and days that depend on Easter. Part of a
 * {@link SendingWindow}. Immutable.
 *
 * @param fixed days of each year
 * @param afterEaster the distances in days from Easter Sunday; negative before it
 */
record Holidays(Set<MonthDay> fixed, Set<Integer> afterEaster) {

	static final Holidays NONE = new Holidays(Set.of(), Set.of());

	private static final Predicate<String> OF_EASTER = Pattern.compile("easter[+-]\\d{1,3}").asMatchPredicate();

	Holidays {
		fixed = Set.copyOf(fixed);
		afterEaster = Set.copyOf(afterEaster);
	}

	/**
	 * Reads days such as {@code 05-01} and {@code easter+1}.
	 * @throws DateTimeException if one of them is neither
	 */
	static Holidays of(List<String> written) {
		return new Holidays(
				written.stream()
					.filter(OF_EASTER.negate())
					.map((day) -> MonthDay.parse("--" + day))
					.collect(Collectors.toSet()),
				written.stream()
					.filter(OF_EASTER)
					.map((day) -> Integer.valueOf(day.substring("easter".length())))
					.collect(Collectors.toSet()));
	}

	boolean include(LocalDate date) {
		long afterEasterSunday = date.toEpochDay() - easter(date.getYear()).toEpochDay();
		return this.fixed.contains(MonthDay.from(date)) || this.afterEaster.contains((int) afterEasterSunday);
	}

	/**
	 * Returns Easter Sunday of the western churches, by the anonymous Gregorian
	 * algorithm.
	 */
	static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
		int epact = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
		int weekday = (year + year / 4 + epact + 2 - century + century / 4) % 7;
		return LocalDate.of(year, 3, 28).plusDays(epact - weekday);
	}

}
