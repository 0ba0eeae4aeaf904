package io.frontlineservice.crm.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a {@link CrmRecord}, of whatever type they are. Used by the classes
 * of the kit.
 */
final class FieldValues {

	/** Digits that are written out; an exponent is kept beyond them. */
	private static final int MOST_ZEROS = 40;

	/** An offset without a colon, as Salesforce writes it. */
	private static final DateTimeFormatter WITHOUT_COLON = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.appendOffset("+HHMM", "Z")
		.toFormatter();

	private FieldValues() {
	}

	/** All texts in a value that are not blank; an object has none. */
	static List<String> texts(@Nullable Object value) {
		if (value instanceof Collection<?> several) {
			return several.stream().flatMap((it) -> texts(it).stream()).toList();
		}
		String text = text(value);
		return (text == null || text.isBlank()) ? List.of() : List.of(text);
	}

	/** The text of a single value; null if it has no text. */
	static @Nullable String text(@Nullable Object value) {
		if (value == null || value instanceof Map || value instanceof Collection) {
			return null;
		}
		if (value instanceof Double || value instanceof Float) {
			double number = ((Number) value).doubleValue();
			return Double.isFinite(number) ? digits(BigDecimal.valueOf(number)) : null;
		}
		return (value instanceof BigDecimal number) ? digits(number) : value.toString();
	}

	private static String digits(BigDecimal number) {
		return (Math.abs((long) number.scale()) <= MOST_ZEROS) ? number.toPlainString() : number.toString();
	}

	/** The value in the first of those fields that has any; null if none has. */
	static @Nullable Object first(CrmRecord record, List<String> fields) {
		return fields.stream()
			.map(record::value)
			.filter((value) -> value instanceof Map || !texts(value).isEmpty() || holdsObjects(value))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static boolean holdsObjects(@Nullable Object value) {
		return value instanceof Collection<?> list && !list.isEmpty();
	}

	/** The first text in the first of those fields that has any; null if none has. */
	static @Nullable String firstText(CrmRecord record, List<String> fields) {
		for (String field : fields) {
			List<String> texts = texts(record.value(field));
			if (!texts.isEmpty()) {
				return texts.get(0);
			}
		}
		return null;
	}

	/** All texts in the first of those fields that has any. */
	static List<String> firstTexts(CrmRecord record, List<String> fields) {
		for (String field : fields) {
			List<String> texts = texts(record.value(field));
			if (!texts.isEmpty()) {
				return texts;
			}
		}
		return List.of();
	}

	/**
	 * The moment that a value stands for. A time without an offset is read in UTC where
	 * the value is a time, and is an error where it is a text.
	 * @throws DateTimeException if it is not a time
	 */
	@SuppressWarnings("JavaUtilDate") // What database drivers return extends it.
	static Instant instant(Object value) {
		if (value instanceof Instant instant) {
			return instant;
		}
		if (value instanceof OffsetDateTime time) {
			return time.toInstant();
		}
		if (value instanceof ZonedDateTime time) {
			return time.toInstant();
		}
		if (value instanceof LocalDateTime time) {
			return time.toInstant(ZoneOffset.UTC);
		}
		if (value instanceof Date time) {
			return Instant.ofEpochMilli(time.getTime());
		}
		String text = String.valueOf(text(value)).strip();
		try {
			return OffsetDateTime.parse(text).toInstant();
		}
		catch (DateTimeException ex) {
			return OffsetDateTime.parse(text, WITHOUT_COLON).toInstant();
		}
	}

}
