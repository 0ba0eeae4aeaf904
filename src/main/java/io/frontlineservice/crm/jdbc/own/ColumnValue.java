package io.frontlineservice.crm.jdbc.own;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a column as a value for the kit: a text, a boolean, a number, a time, or a list
 * or map of these. Called by {@link RowReader}. Thread-safe.
 */
final class ColumnValue {

	/** More than any answer holds. A longer text is cut, other values are left out. */
	static final int LONGEST = 100_000;

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private ColumnValue() {
	}

	/** Returns the value; null if it is null, or binary. */
	static @Nullable Object read(ResultSet row, int column, int type, String typeName) throws SQLException {
		return switch (type) {
			case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> null;
			case Types.ARRAY -> list(row.getArray(column));
			case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
			case Types.TIMESTAMP -> timestamp(row, column, typeName);
			case Types.DATE -> date(row, column, typeName);
			case Types.BOOLEAN, Types.BIT, Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC,
					Types.DECIMAL ->
				single(row.getObject(column));
			case Types.REAL, Types.FLOAT, Types.DOUBLE -> number(row.getString(column));
			default -> text(row.getString(column), typeName);
		};
	}

	private static @Nullable Object timestamp(ResultSet row, int column, String typeName) throws SQLException {
		if (typeName.equalsIgnoreCase("timestamptz")) {
			return row.getObject(column, OffsetDateTime.class);
		}
		return single(row.getTimestamp(column));
	}

	/** MariaDB's driver returns the first day of a year. */
	private static @Nullable Object date(ResultSet row, int column, String typeName) throws SQLException {
		return typeName.equalsIgnoreCase("year") ? row.getString(column) : single(row.getDate(column));
	}

	private static @Nullable Object list(@Nullable Array array) throws SQLException {
		if (array == null) {
			return null;
		}
		try {
			return (array.getArray() instanceof Object[] elements) ? list(elements) : null;
		}
		finally {
			array.free();
		}
	}

	private static List<Object> list(Object[] elements) {
		List<Object> list = new ArrayList<>(elements.length);
		for (Object element : elements) {
			Object value = (element instanceof Object[] nested) ? list(nested) : single(element);
			if (value != null) {
				list.add(value);
			}
		}
		return list;
	}

	@SuppressWarnings("JavaUtilDate") // What drivers return.
	private static @Nullable Object single(@Nullable Object value) {
		if (value == null || value instanceof byte[]) {
			return null;
		}
		if (value instanceof Timestamp time) {
			return time.toLocalDateTime();
		}
		if (value instanceof Date date) {
			return date.toLocalDate();
		}
		if (value instanceof Time time) {
			return time.toLocalTime();
		}
		return (value instanceof Boolean || value instanceof Number) ? value : cut(value.toString());
	}

	/** The digits as the database writes them; null for what is not a number. */
	private static @Nullable Object number(@Nullable String text) {
		try {
			return (text != null) ? new BigDecimal(text) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Object text(@Nullable String text, String typeName) {
		boolean json = typeName.toLowerCase(Locale.ROOT).startsWith("json");
		return (text != null && json) ? parsed(text) : cut(text);
	}

	/** Returns the value of a text in JSON; the text itself if it is not JSON. */
	static @Nullable Object parsed(String text) {
		if (text.length() > LONGEST) {
			return null;
		}
		try {
			return JSON.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	private static @Nullable String cut(@Nullable String text) {
		if (text == null || text.length() <= LONGEST) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end);
	}

}
