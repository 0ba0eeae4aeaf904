package io.frontlineservice.consent.quiet;

import io.frontlineservice.consent.quiet.SendingWindow.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads windows as people write them, such as {@code mon-sat 09:00-21:00, sun
 * 12:00-21:00}, {@code 08:00-20:00, not on holidays} or {@code never}. Called for
 * settings and for the data of this service.
 */
final class SendingWindowReader {

	private static final String NOT_ON_HOLIDAYS = "not on holidays";

	private static final String NEVER = "never";

	private static final Pattern SPAN = Pattern
		.compile("(?:(?<days>[a-z]+(?:\\s*-\\s*[a-z]+)?)\\s+)?(?<start>[\\d:]+)\\s*-\\s*(?<end>[\\d:]+)");

	private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

	private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-3]):[0-5][0-9]");

	private static final String END_OF_DAY = "24:00";

	private static final DateTimeFormatter TIME_FORMAT = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

	private static final int MIN_DAY_LENGTH = 3;

	private final Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);

	private SendingWindowReader() {
	}

	/**
	 * Reads a window.
	 * @param holidays the holidays of its region; null if they are not known
	 * @throws IllegalArgumentException if it cannot be used; the message says what is
	 * wrong and how to fix it, in words that follow the name of the setting
	 */
	static SendingWindow read(String written, @Nullable Holidays holidays) {
		SendingWindowReader reader = new SendingWindowReader();
		if (written.strip().equalsIgnoreCase(NEVER)) {
			return new SendingWindow(reader.days, Holidays.NONE);
		}
		List<String> parts = new ArrayList<>(
				Arrays.asList(COMMA.split(written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "), -1)));
		boolean notOnHolidays = parts.removeIf(NOT_ON_HOLIDAYS::equals);
		if (notOnHolidays && holidays == null) {
			throw new IllegalArgumentException(
					"says \"not on holidays\", but the holidays of this region are not known: " + "remove these words");
		}
		parts.forEach(reader::add);
		return new SendingWindow(reader.days, (notOnHolidays && holidays != null) ? holidays : Holidays.NONE);
	}

	private void add(String part) {
		Matcher span = SPAN.matcher(part);
		if (!span.matches()) {
			throw new IllegalArgumentException("must be hours such as 08:00-20:00, days with hours such as "
					+ "mon-sat 09:00-21:00, sun 12:00-21:00, or never; in quotes");
		}
		LocalTime start = time(span.group("start"));
		LocalTime end = span.group("end").equals(END_OF_DAY) ? LocalTime.MIDNIGHT : time(span.group("end"));
		if (!end.equals(LocalTime.MIDNIGHT) && !start.isBefore(end)) {
			throw new IllegalArgumentException(
					"has hours that end before they start: hours cannot go past midnight; write them as two spans, "
							+ "such as 20:00-24:00, 00:00-02:00");
		}
		for (DayOfWeek day : days(span.group("days"))) {
			this.days.computeIfAbsent(day, (key) -> new ArrayList<>()).add(new Span(start, end));
		}
	}

	private static LocalTime time(String written) {
		if (!TIME.matcher(written).matches()) {
			throw new IllegalArgumentException("has a time that does not exist: write times like 09:00, up to 24:00");
		}
		return LocalTime.parse(written, TIME_FORMAT);
	}

	private static Set<DayOfWeek> days(@Nullable String written) {
		if (written == null) {
			return EnumSet.allOf(DayOfWeek.class);
		}
		int dash = written.indexOf('-');
		DayOfWeek first = day((dash < 0) ? written : written.substring(0, dash));
		DayOfWeek last = (dash < 0) ? first : day(written.substring(dash + 1));
		Set<DayOfWeek> days = EnumSet.of(last);
		for (DayOfWeek day = first; day != last; day = day.plus(1)) {
			days.add(day);
		}
		return days;
	}

	private static DayOfWeek day(String written) {
		String name = written.strip().toUpperCase(Locale.ROOT);
		return Arrays.stream(DayOfWeek.values())
			.filter((day) -> name.length() >= MIN_DAY_LENGTH && day.name().startsWith(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"has a day that does not exist: write days like mon, saturday or mon-fri"));
	}

}
