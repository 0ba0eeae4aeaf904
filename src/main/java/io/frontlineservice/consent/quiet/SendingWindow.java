package io.frontlineservice.consent.quiet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The hours of a week in which a conversation may begin, in local time. Read by
 * {@link SendingWindowReader}. Immutable.
 *
 * @param days the spans of each day, in order; a day without spans is closed
 * @param holidays the days that are closed as well
 */
record SendingWindow(Map<DayOfWeek, List<Span>> days, Holidays holidays) {

	/** A window that does not open within so many days does not open at all. */
	private static final int HORIZON_IN_DAYS = 15;

	SendingWindow {
		days = days.entrySet()
			.stream()
			.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
					(day) -> day.getValue().stream().sorted(Comparator.comparing(Span::start)).toList()));
	}

	/**
	 * Returns the first moment in the window that is not before the given one; empty if
	 * the window stays closed for two weeks.
	 */
	Optional<Instant> firstOpen(Instant from, ZoneId zone) {
		LocalDate today = from.atZone(zone).toLocalDate();
		for (int i = 0; i <= HORIZON_IN_DAYS; i++) {
			LocalDate date = today.plusDays(i);
			for (Span span : spans(date)) {
				if (span.endOn(date, zone).isAfter(from)) {
					Instant start = span.startOn(date, zone);
					return Optional.of(start.isAfter(from) ? start : from);
				}
			}
		}
		return Optional.empty();
	}

	private List<Span> spans(LocalDate date) {
		return this.holidays.include(date) ? List.of() : this.days.getOrDefault(date.getDayOfWeek(), List.of());
	}

	/**
	 * A part of a day. When the clock is set back, the span is the shorter of both
	 * readings.
	 *
	 * @param start its first minute
	 * @param end the first minute after it; midnight is the end of the day
	 */
	record Span(LocalTime start, LocalTime end) {

		Instant startOn(LocalDate date, ZoneId zone) {
			return ZonedDateTime.of(date, this.start, zone).withLaterOffsetAtOverlap().toInstant();
		}

		Instant endOn(LocalDate date, ZoneId zone) {
			return this.end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay(zone).toInstant()
					: ZonedDateTime.of(date, this.end, zone).withEarlierOffsetAtOverlap().toInstant();
		}

	}

}
