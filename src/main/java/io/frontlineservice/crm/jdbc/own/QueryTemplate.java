package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.text.Nearest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A query with binds and with parts in double brackets. A part is left out if one of its
 * binds has no value; with a bind of a word, it is repeated for each word. Made from the
 * configuration; used by {@link OwnQueries}. Immutable.
 */
final class QueryTemplate {

	private final String source;

	private final boolean postgres;

	private final List<Part> parts;

	private QueryTemplate(String source, boolean postgres, List<Part> parts) {
		this.source = source;
		this.postgres = postgres;
		this.parts = parts;
	}

	/**
	 * Reads a query.
	 * @throws BadQueryException if it cannot be understood
	 */
	static QueryTemplate parse(QueryKind kind, String sql, DatabaseProduct product) {
		List<SqlToken> tokens = SqlLexer.tokens(sql, product);
		checkStatement(tokens, sql, product);
		checkNames(tokens, kind);
		return new QueryTemplate(sql, product == DatabaseProduct.POSTGRESQL, parts(tokens, sql));
	}

	private static void checkStatement(List<SqlToken> tokens, String sql, DatabaseProduct product) {
		boolean ended = false;
		for (SqlToken token : tokens) {
			if (ended && !token.text().isBlank() && token.type() != TokenType.SEMICOLON) {
				throw new BadQueryException("must be a single statement: line " + SqlLexer.line(sql, token.start())
						+ " follows a semicolon");
			}
			ended = ended || token.type() == TokenType.SEMICOLON;
			if (token.type() == TokenType.QUESTION_MARK && product != DatabaseProduct.POSTGRESQL) {
				throw new BadQueryException("has a question mark in line " + SqlLexer.line(sql, token.start())
						+ ": write the name of a value, such as :limit");
			}
		}
	}

	private static void checkNames(List<SqlToken> tokens, QueryKind kind) {
		List<String> known = kind.binds().stream().map(Bind::key).toList();
		for (SqlToken token : tokens) {
			if (token.type() == TokenType.BIND && !known.contains(token.name())) {
				throw new BadQueryException("uses " + token.text() + ", which this query does not have"
						+ Nearest.to(token.name(), known).map((it) -> "; the nearest is :" + it).orElse(""));
			}
		}
	}

	private static List<Part> parts(List<SqlToken> tokens, String sql) {
		List<Part> parts = new ArrayList<>();
		List<SqlToken> current = new ArrayList<>();
		boolean open = false;
		for (SqlToken token : tokens) {
			if (token.type() == TokenType.OPEN || token.type() == TokenType.CLOSE) {
				if (open == (token.type() == TokenType.OPEN)) {
					throw unbalanced(token, sql);
				}
				parts.add(new Part(open, List.copyOf(current)));
				if (open && parts.get(parts.size() - 1).binds().isEmpty()) {
					throw new BadQueryException("has double brackets without a bind, which closes in line "
							+ SqlLexer.line(sql, token.start())
							+ ": remove them; write a nested array as [ [1], [2] ]");
				}
				open = !open;
				current.clear();
			}
			else if (token.type() != TokenType.SEMICOLON) {
				current.add(token);
			}
		}
		if (open) {
			throw new BadQueryException("has [[ without ]]");
		}
		parts.add(new Part(false, List.copyOf(current)));
		return parts;
	}

	private static BadQueryException unbalanced(SqlToken token, String sql) {
		return new BadQueryException("has " + token.text() + " in line " + SqlLexer.line(sql, token.start())
				+ ((token.type() == TokenType.OPEN) ? " inside of another [[" : " without [["));
	}

	/** Returns the query as it is configured. */
	String source() {
		return this.source;
	}

	/** Returns all binds that it uses. */
	Set<Bind> binds() {
		Set<Bind> binds = EnumSet.noneOf(Bind.class);
		this.parts.forEach((part) -> binds.addAll(part.binds()));
		return binds;
	}

	/** Returns the binds outside of double brackets, which need a value in each call. */
	Set<Bind> fixedBinds() {
		Set<Bind> binds = EnumSet.noneOf(Bind.class);
		this.parts.stream().filter((it) -> !it.optional()).forEach((part) -> binds.addAll(part.binds()));
		return binds;
	}

	/** Returns the binds of each part in double brackets. */
	List<Set<Bind>> optionalParts() {
		return this.parts.stream().filter(Part::optional).map(Part::binds).toList();
	}

	/** Returns the statement for these values. */
	BoundQuery with(BindValues values) {
		BoundQuery.Builder query = new BoundQuery.Builder(this.source, this.postgres);
		for (Part part : this.parts) {
			if (part.binds().stream().anyMatch(Bind::isOfWord)) {
				values.ofEachWord().stream().filter(part::isUsedFor).forEach((it) -> append(part, it, query));
			}
			else if (part.isUsedFor(values)) {
				append(part, values, query);
			}
		}
		return query.build();
	}

	private static void append(Part part, BindValues values, BoundQuery.Builder query) {
		for (SqlToken token : part.tokens()) {
			switch (token.type()) {
				case BIND -> query.value(values.get(Bind.named(token.name()).orElseThrow()), token.start());
				case QUESTION_MARK -> query.questionMark(token.start());
				default -> query.text(token.text(), token.start());
			}
		}
	}

	/** A part of the query, in double brackets or between them. */
	private record Part(boolean optional, List<SqlToken> tokens) {

		Set<Bind> binds() {
			Set<Bind> binds = EnumSet.noneOf(Bind.class);
			this.tokens.stream()
				.filter((it) -> it.type() == TokenType.BIND)
				.forEach((it) -> binds.add(Bind.named(it.name()).orElseThrow()));
			return binds;
		}

		boolean isUsedFor(BindValues values) {
			return !this.optional || values.hasAll(binds());
		}

	}

}
