package io.frontlineservice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Working hours as people write them. */
class WorkingHoursTests {

	/** A Monday. */
	private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-11-16T00:00");

	@Test
	void spanIncludesItsStartButNotItsEnd() {
		WorkingHours hours = read("mon", "09:00-12:30, 13:30-18:00");
		for (String time : new String[] { "09:00:00", "12:29:59", "13:30:00", "17:59:59.999" }) {
			assertThat(hours.include(LocalDateTime.parse("2026-11-16T" + time))).as(time).isTrue();
		}
		for (String time : new String[] { "00:00", "08:59:59", "12:30", "13:29:59", "18:00", "23:59" }) {
			assertThat(hours.include(LocalDateTime.parse("2026-11-16T" + time))).as(time).isFalse();
		}
		assertThat(hours.include(LocalDateTime.parse("2026-11-17T09:00"))).isFalse();
		assertThat(hours.include(LocalDateTime.parse("2026-11-23T09:00"))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "mon,1", "MON,1", "Monday,1", "mond,1", "' tue ',2", "tues,2", "thurs,4", "Sun,7", "mon-mon,1",
			"mon-fri,12345", "monday - friday,12345", "sat-mon,671", "sun-sat,1234567", "mon-sun,1234567",
			"Fri-Tue,56712" })
	void daysAreEnglishNamesOrRanges(String days, String numbers) {
		WorkingHours hours = read(days, "12:00-13:00");
		for (int day = 1; day <= 7; day++) {
			boolean works = hours.include(MONDAY.plusDays(day - 1).withHour(12));
			assertThat(works).as("day " + day).isEqualTo(numbers.contains(String.valueOf(day)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "9:00-17:00", "09:00 - 17:00", " 09:00-17:00 ", "09:00-12:00,12:00-17:00" })
	void blanksAndLeadingZeroesDoNotMatter(String times) {
		WorkingHours hours = read("mon", times);
		assertThat(hours.include(MONDAY.withHour(9))).isTrue();
		assertThat(hours.include(MONDAY.withHour(16).withMinute(59))).isTrue();
		assertThat(hours.include(MONDAY.withHour(17))).isFalse();
	}

	@Test
	void spanThatEndsBeforeItStartsEndsOnNextDay() {
		WorkingHours hours = read("sun", "22:00-06:00");
		assertThat(hours.include(MONDAY.minusDays(1).withHour(21))).isFalse();
		assertThat(hours.include(MONDAY.minusDays(1).withHour(22))).isTrue();
		assertThat(hours.include(MONDAY.withHour(5).withMinute(59))).isTrue();
		assertThat(hours.include(MONDAY.withHour(6))).isFalse();
		assertThat(hours.include(MONDAY.plusDays(6).withHour(23))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "18:00-24:00", "18:00-00:00", "18:00-0:00" })
	void midnightEndsADay(String times) {
		WorkingHours hours = read("mon", times);
		assertThat(hours.include(MONDAY.withHour(23).withMinute(59))).isTrue();
		assertThat(hours.include(MONDAY)).isFalse();
		assertThat(hours.include(MONDAY.plusDays(1))).isFalse();
	}

	@Test
	void spanMayBeWholeDay() {
		WorkingHours hours = read("mon", "00:00-24:00");
		assertThat(hours.include(MONDAY.minusMinutes(1))).isFalse();
		assertThat(hours.include(MONDAY)).isTrue();
		assertThat(hours.include(MONDAY.plusDays(1).minusMinutes(1))).isTrue();
		assertThat(hours.include(MONDAY.plusDays(1))).isFalse();
	}

	@Test
	void spansOfSuccessiveNightsMayTouch() {
		WorkingHours hours = read("mon-sun", "20:00-08:00, 08:00-12:00");
		assertThat(hours.include(MONDAY)).isTrue();
		assertThat(hours.include(MONDAY.withHour(11))).isTrue();
		assertThat(hours.include(MONDAY.withHour(12))).isFalse();
	}

	@Test
	void emptyHoursAreAbsent() {
		assertThat(new WorkingHoursReader(new FilePosition(1, 1)).read(Map.of())).isNull();
		assertThat(read("sat-sun", " ")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mo", "m", "", "-", "mon-", "-fri", "mon-fri-sun", "montag", "mond ay", "daily", "1",
			"mon,tue", "mon–fri" })
	void invalidDaysAreRefused(String days) {
		assertRefused("the days of working_hours must be written like mon", days, "09:00-17:00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "9-17", "09:00", "09:00-", "-17:00", "09:00-17:00,", ",", "25:00-26:00", "09:60-10:00",
			"24:00-06:00", "09:00-24:01", "9am-5pm", "09:00-12:00-18:00", "09:00–17:00", "09:00-17:00; 18:00-19:00",
			"closed", "009:00-10:00", "09:00:00-10:00:00" })
	void invalidTimesAreRefused(String times) {
		assertRefused("the times of working_hours must be spans such as 09:00-12:30", "mon", times);
	}

	@ParameterizedTest
	@ValueSource(strings = { "09:00-09:00", "00:00-00:00", "9:00-09:00" })
	void emptySpanIsRefused(String times) {
		assertRefused("starts and ends at the same time", "mon", times);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mon=09:00-12:00, 11:59-13:00", "mon=09:00-12:00, 08:00-13:00",
			"mon=09:00-12:00, 09:00-12:00", "mon=09:00-17:00, 10:00-11:00", "mon=20:00-02:00; tue=01:59-05:00",
			"sun=20:00-02:00; mon=00:00-01:00", "mon-sun=22:00-06:00, 05:00-07:00", "mon=00:00-24:00, 23:00-01:00" })
	void overlappingSpansAreRefused(String written) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> readAll(written))
			.withMessageEndingWith("two spans of working_hours overlap");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mon=09:00-10:00; monday=11:00-12:00", "mon-fri=09:00-10:00; fri=11:00-12:00",
			"sat-mon=09:00-10:00; Mon=11:00-12:00", "mon=09:00-10:00; MON=" })
	void repeatedDayIsRefused(String written) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> readAll(written))
			.withMessageEndingWith("working_hours has a day twice");
	}

	private static void assertRefused(String why, String days, String times) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> read(days, times))
			.withMessageStartingWith("line 7, column 3: ")
			.withMessageContaining(why);
	}

	private static WorkingHours read(String days, String times) {
		return new WorkingHoursReader(new FilePosition(7, 3)).read(Map.of(days, times));
	}

	private static WorkingHours readAll(String written) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (String entry : written.split("; ", -1)) {
			int equals = entry.indexOf('=');
			entries.put(entry.substring(0, equals), entry.substring(equals + 1));
		}
		return new WorkingHoursReader(new FilePosition(7, 3)).read(entries);
	}

}
