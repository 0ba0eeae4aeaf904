package io.frontlineservice.worker;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/**
 * A span of time that recurs each week. Part of {@link WorkingHours}. Immutable.
 *
 * @param day the day on which the span starts
 * @param start the first minute
 * @param end the first minute after the span; on the next day unless it is after the
 * start
 */
record WeeklySpan(DayOfWeek day, LocalTime start, LocalTime end) {

	private static final int MINUTES_OF_DAY = 24 * 60;

	private static final int MINUTES_OF_WEEK = 7 * MINUTES_OF_DAY;

	boolean includes(LocalDateTime time) {
		return covers(minuteOfWeek(time.getDayOfWeek(), time.toLocalTime()));
	}

	boolean overlaps(WeeklySpan other) {
		return covers(other.firstMinute()) || other.covers(firstMinute());
	}

	/** The week is a circle: a span of Sunday night can reach into Monday. */
	private boolean covers(int minuteOfWeek) {
		return Math.floorMod(minuteOfWeek - firstMinute(), MINUTES_OF_WEEK) < length();
	}

	private int firstMinute() {
		return minuteOfWeek(this.day, this.start);
	}

	private int length() {
		int length = this.end.get(ChronoField.MINUTE_OF_DAY) - this.start.get(ChronoField.MINUTE_OF_DAY);
		return (length > 0) ? length : length + MINUTES_OF_DAY;
	}

	private static int minuteOfWeek(DayOfWeek day, LocalTime time) {
		return day.getValue() * MINUTES_OF_DAY + time.get(ChronoField.MINUTE_OF_DAY);
	}

}
