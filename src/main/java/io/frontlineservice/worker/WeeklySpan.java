package io.frontlineservice.worker;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;

/**
 * A span of time that comes each week. Part of {@link WorkingHours}. Immutable.
 *
 * @param day the day on which it begins
 * @param start its first minute
 * @param end the minute behind its last; if that is not after the start, it is one of the
 * next day
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

	/** Sunday night may reach into Monday, so the week is a circle. */
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
