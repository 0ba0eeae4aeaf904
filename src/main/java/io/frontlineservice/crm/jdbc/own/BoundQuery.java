package io.frontlineservice.crm.jdbc.own;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * A statement with its values, and where each piece of it is in the configured query.
 * Made by {@link QueryTemplate}. Immutable.
 */
final class BoundQuery implements PreparedStatementSetter {

	private final String source;

	private final String sql;

	private final boolean postgres;

	private final List<@Nullable Object> values;

	private final List<Piece> pieces;

	private BoundQuery(Builder builder) {
		this.source = builder.source;
		this.sql = builder.sql.toString();
		this.postgres = builder.postgres;
		this.values = Collections.unmodifiableList(builder.values);
		this.pieces = List.copyOf(builder.pieces);
	}

	/** Returns the statement, as the driver reads it. */
	String sql() {
		return this.sql;
	}

	/** Returns the query as it is configured. */
	String source() {
		return this.source;
	}

	@Override
	public void setValues(PreparedStatement statement) throws SQLException {
		for (int i = 0; i < this.values.size(); i++) {
			set(statement, i + 1, this.values.get(i));
		}
	}

	/**
	 * In PostgreSQL a text without a type takes the type of what it is compared with,
	 * such as uuid, citext or an array of texts.
	 */
	private void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, this.postgres ? Types.NULL : Types.VARCHAR);
		}
		else if (value instanceof Integer number) {
			statement.setInt(index, number);
		}
		else if (this.postgres) {
			statement.setObject(index, value.toString(), Types.OTHER);
		}
		else if (value instanceof String text) {
			statement.setString(index, text);
		}
		else {
			statement.setObject(index, value);
		}
	}

	/**
	 * Returns the offset in the configured query of a position that the server has
	 * reported.
	 * @param position the position from 1 in the statement that the server has received,
	 * in code points
	 */
	int sourceOffset(int position) {
		int sent = 0;
		for (Piece piece : this.pieces) {
			int length = piece.sent().codePointCount(0, piece.sent().length());
			if (position <= sent + length) {
				int inside = piece.isText() ? piece.sent().offsetByCodePoints(0, position - 1 - sent) : 0;
				return piece.start() + inside;
			}
			sent += length;
		}
		return this.source.length();
	}

	/** Returns the line in the configured query of a line of the statement, from 1. */
	int sourceLine(int sentLine) {
		int position = 1;
		int line = 1;
		for (Piece piece : this.pieces) {
			for (int i = 0; i < piece.sent().length(); i++) {
				if (line == sentLine) {
					return SqlLexer.line(this.source, piece.start() + (piece.isText() ? i : 0));
				}
				line += (piece.sent().charAt(i) == '\n') ? 1 : 0;
				position++;
			}
		}
		return SqlLexer.line(this.source, position);
	}

	/**
	 * A piece of the statement.
	 *
	 * @param sent how the server receives it
	 * @param start where it starts in the configured query
	 */
	private record Piece(String sent, int start, boolean isText) {
	}

	/** Collects the pieces. */
	static final class Builder {

		private final String source;

		private final boolean postgres;

		private final StringBuilder sql = new StringBuilder();

		private final List<@Nullable Object> values = new ArrayList<>();

		private final List<Piece> pieces = new ArrayList<>();

		Builder(String source, boolean postgres) {
			this.source = source;
			this.postgres = postgres;
		}

		void text(String text, int start) {
			this.sql.append(text);
			this.pieces.add(new Piece(text, start, true));
		}

		/** An operator of PostgreSQL, which its driver wants to be doubled. */
		void questionMark(int start) {
			this.sql.append("??");
			this.pieces.add(new Piece("?", start, true));
		}

		void value(@Nullable Object value, int start) {
			List<?> all = (value instanceof List<?> list) ? list : Collections.singletonList(value);
			for (int i = 0; i < all.size(); i++) {
				this.values.add(all.get(i));
				String comma = (i > 0) ? ", " : "";
				this.sql.append(comma).append('?');
				this.pieces.add(new Piece(comma + "$" + this.values.size(), start, false));
			}
		}

		BoundQuery build() {
			return new BoundQuery(this);
		}

	}

}
