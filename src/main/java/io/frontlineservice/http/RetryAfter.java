package io.frontlineservice.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code Retry-After}: seconds or a date. Called where a service asks
 * for a pause.
 */
public final class RetryAfter {

	/** Longer times are cut to this one. */
	public static final Duration MAX = Duration.ofMinutes(15);

	private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

	private RetryAfter() {
	}

	/**
	 * Returns the time to wait; null if the header is missing, invalid or not in the
	 * future.
	 */
	public static @Nullable Duration parse(@Nullable String header, Instant now) {
		if (header == null) {
			return null;
		}
		Duration wait = SECONDS.matcher(header.strip()).matches() ? Duration.ofSeconds(Long.parseLong(header.strip()))
				: until(header.strip(), now);
		if (wait == null || wait.isNegative() || wait.isZero()) {
			return null;
		}
		return (wait.compareTo(MAX) > 0) ? MAX : wait;
	}

	private static @Nullable Duration until(String date, Instant now) {
		try {
			return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
		}
		catch (DateTimeException | ArithmeticException ex) {
			return null;
		}
	}

}
