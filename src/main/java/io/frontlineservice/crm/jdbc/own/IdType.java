package io.frontlineservice.crm.jdbc.own;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The type of the column with the customers' ids. A text that is no value of that type is
 * no customer's id, and is not passed to the database. Learnt by {@link QueryCheck}.
 */
enum IdType {

	/** Texts. */
	TEXT,

	/** Whole numbers with 16 bits. */
	SMALL,

	/** Whole numbers with 32 bits. */
	INTEGER,

	/** Whole numbers with 64 bits. */
	BIG,

	/** Other numbers. */
	DECIMAL,

	/** UUIDs. */
	UUID;

	private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,37})(?:\\.[0-9]{1,20})?");

	private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

	private static final Pattern WRITTEN_UUID = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

	/** Returns the type of a column by its type of JDBC and its name in the database. */
	static IdType of(int jdbcType, String typeName) {
		if (typeName.equalsIgnoreCase("uuid") || typeName.equalsIgnoreCase("uniqueidentifier")) {
			return UUID;
		}
		return switch (jdbcType) {
			case Types.TINYINT, Types.SMALLINT -> SMALL;
			case Types.INTEGER -> INTEGER;
			case Types.BIGINT -> BIG;
			case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.FLOAT, Types.REAL -> DECIMAL;
			default -> TEXT;
		};
	}

	/** Returns the value for an id, if there can be such an id. */
	Optional<Object> value(String id) {
		return switch (this) {
			case TEXT -> canBeStored(id) ? Optional.of(id) : Optional.empty();
			case UUID -> WRITTEN_UUID.matcher(id).matches() ? Optional.of(id) : Optional.empty();
			case DECIMAL -> number(id);
			case SMALL -> whole(id, Short.SIZE);
			case INTEGER -> whole(id, Integer.SIZE);
			case BIG -> whole(id, Long.SIZE);
		};
	}

	/** Returns a value that no customer is likely to have. */
	Object sample() {
		return switch (this) {
			case TEXT -> "frontline-check";
			case UUID -> "00000000-0000-4000-8000-000000000000";
			default -> BigDecimal.ZERO;
		};
	}

	private static Optional<Object> number(String id) {
		return NUMBER.matcher(id).matches() ? Optional.of(new BigDecimal(id)) : Optional.empty();
	}

	/** Also with the highest bit, for databases with unsigned numbers. */
	private static Optional<Object> whole(String id, int bits) {
		return number(id).filter((it) -> WHOLE.matcher(id).matches() && new BigInteger(id).bitLength() < bits);
	}

	/** No database stores half a character, and PostgreSQL does not store NUL. */
	static boolean canBeStored(String text) {
		return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
	}

}
