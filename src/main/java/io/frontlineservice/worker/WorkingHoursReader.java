package io.frontlineservice.worker;

import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads working hours as people write them, such as {@code mon-fri: 09:00-12:30,
 * 13:30-18:00}. Created by {@link WorkerMapper} for each entry.
 */
final class WorkingHoursReader {

	private static final String TIME = "([01]?[0-9]|2[0-3]):[0-5][0-9]";

	private static final String END_OF_DAY = "24:00";

	private static final Pattern SPAN = Pattern.compile(TIME + "\\s*-\\s*(" + TIME + "|" + END_OF_DAY + ")");

	private static final Pattern COMMA = Pattern.compile(",");

	private static final DateTimeFormatter TIME_FORMAT = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

	private static final int MIN_DAY_LENGTH = 3;

	private final FilePosition position;

	private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);

	private final List<WeeklySpan> spans = new ArrayList<>();

	WorkingHoursReader(FilePosition position) {
		this.position = position;
	}

	/** Returns the working hours; null if all days are empty. */
	@Nullable WorkingHours read(Map<String, @Nullable String> written) {
		for (Map.Entry<String, @Nullable String> entry : written.entrySet()) {
			for (DayOfWeek day : days(entry.getKey())) {
				if (!this.days.add(day)) {
					throw error("working_hours has a day twice");
				}
				addSpans(day, entry.getValue());
			}
		}
		return this.spans.isEmpty() ? null : new WorkingHours(this.spans);
	}

	private Set<DayOfWeek> days(String written) {
		int dash = written.indexOf('-');
		DayOfWeek first = day((dash < 0) ? written : written.substring(0, dash));
		DayOfWeek last = (dash < 0) ? first : day(written.substring(dash + 1));
		Set<DayOfWeek> days = EnumSet.of(last);
		for (DayOfWeek day = first; day != last; day = day.plus(1)) {
			days.add(day);
		}
		return days;
	}

	private DayOfWeek day(String written) {
		String name = written.strip().toUpperCase(Locale.ROOT);
		for (DayOfWeek day : DayOfWeek.values()) {
			if (name.length() >= MIN_DAY_LENGTH && day.name().startsWith(name)) {
				return day;
			}
		}
		throw error("the days of working_hours must be written like mon, saturday or mon-fri");
	}

	private void addSpans(DayOfWeek day, @Nullable String written) {
		if (written == null || written.isBlank()) {
			return;
		}
		for (String text : COMMA.split(written, -1)) {
			WeeklySpan span = span(day, text.strip());
			if (this.spans.stream().anyMatch(span::overlaps)) {
				throw error("two spans of working_hours overlap");
			}
			this.spans.add(span);
		}
	}

	private WeeklySpan span(DayOfWeek day, String written) {
		if (!SPAN.matcher(written).matches()) {
			throw error("the times of working_hours must be spans such as 09:00-12:30, separated by commas");
		}
		int dash = written.indexOf('-');
		String endText = written.substring(dash + 1).strip();
		boolean toMidnight = endText.equals(END_OF_DAY);
		LocalTime start = LocalTime.parse(written.substring(0, dash).strip(), TIME_FORMAT);
		LocalTime end = toMidnight ? LocalTime.MIDNIGHT : LocalTime.parse(endText, TIME_FORMAT);
		if (start.equals(end) && !toMidnight) {
			throw error("a span of working_hours starts and ends at the same time; the whole day is 00:00-24:00");
		}
		return new WeeklySpan(day, start, end);
	}

	private BadFileException error(String problem) {
		return this.position.error(problem);
	}

}
