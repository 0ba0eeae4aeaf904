package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.diagnosis.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the operator's queries without the database. Called by {@link OwnTables} at
 * start. Not thread-safe.
 */
final class QueryFindings {

	private static final Set<Bind> PAGE = EnumSet.of(Bind.AFTER_NAME, Bind.AFTER_ID);

	private static final Set<Bind> WORDS = EnumSet.range(Bind.WORDS, Bind.DIGITS_WITHIN);

	private final DatabaseProduct product;

	private final boolean everyoneSeesAll;

	private final List<Finding> findings = new ArrayList<>();

	private QueryFindings(DatabaseProduct product, boolean everyoneSeesAll) {
		this.product = product;
		this.everyoneSeesAll = everyoneSeesAll;
	}

	/**
	 * Returns what is wrong with the queries.
	 * @param everyoneSeesAll whether every worker sees all customers
	 */
	static List<Finding> of(Queries queries, DatabaseProduct product, boolean everyoneSeesAll) {
		QueryFindings check = new QueryFindings(product, everyoneSeesAll);
		for (QueryKind kind : QueryKind.values()) {
			String sql = kind.in(queries);
			if (sql != null) {
				check.check(kind, sql);
			}
			else if (kind.isRequired()) {
				check.add(kind, "is missing: write your query, or set frontline.crm.jdbc.schema to managed; "
						+ "src/docs/database.md has examples");
			}
		}
		return check.findings;
	}

	private void check(QueryKind kind, String sql) {
		try {
			QueryTemplate query = QueryTemplate.parse(kind, sql, this.product);
			checkParts(kind, query);
			switch (kind) {
				case LIST -> checkPages(kind, query);
				case SEARCH -> {
					checkPages(kind, query);
					checkWords(query);
				}
				case BY_ID -> require(kind, query, Bind.ID, "which customer to return");
				case BY_ADDRESS -> checkAddress(query);
				case COUNT -> {
				}
			}
		}
		catch (BadQueryException ex) {
			add(kind, String.valueOf(ex.getMessage()));
		}
	}

	private void checkPages(QueryKind kind, QueryTemplate query) {
		require(kind, query, Bind.LIMIT, "how many rows to return");
		require(kind, query, Bind.AFTER_ID, "where a page starts");
		Set<Bind> fixed = query.fixedBinds();
		PAGE.stream()
			.filter(fixed::contains)
			.forEach((bind) -> add(kind, "uses :" + bind.key()
					+ ", which has no value on the first page: put its condition in double brackets, [[and ...]]"));
		if (this.everyoneSeesAll && fixed.contains(Bind.WORKERS)) {
			add(kind, "uses :workers, which has no value, because frontline.visibility is everyone: "
					+ "put its condition in double brackets, [[and ...]]");
		}
		if (!this.everyoneSeesAll) {
			require(kind, query, Bind.WORKERS, "whose customers to return");
		}
	}

	private void checkWords(QueryTemplate query) {
		if (query.binds().stream().noneMatch((it) -> WORDS.contains(it) && !it.isOfDigits())) {
			add(QueryKind.SEARCH, "must use the words of the search, such as :word_start in double brackets");
		}
		query.fixedBinds()
			.stream()
			.filter(Bind::isOfWord)
			.forEach((bind) -> add(QueryKind.SEARCH, "uses :" + bind.key()
					+ ", which has a value for each word: put its condition in double brackets, [[and (...)]]"));
		for (Set<Bind> part : query.optionalParts()) {
			if (part.stream().anyMatch(Bind::isOfDigits) && part.stream().allMatch(Bind::isOfDigits)) {
				add(QueryKind.SEARCH, "must compare the digits of a word in the same double brackets as the word, "
						+ "with or: [[and (name like :word_start or number like :digits_within)]]");
			}
		}
	}

	private void checkAddress(QueryTemplate query) {
		require(QueryKind.BY_ADDRESS, query, Bind.PHONES, "which numbers to look for");
		if (query.binds().contains(Bind.CHAT)) {
			Stream.of(Bind.PHONES, Bind.CHAT)
				.filter(query.fixedBinds()::contains)
				.forEach((bind) -> add(QueryKind.BY_ADDRESS, "uses :" + bind.key() + " outside of double brackets, but "
						+ "only one of :phones and :chat has a value: write [[and ...]] for each"));
		}
	}

	/**
	 * A part is left out as a whole, so each kind of condition needs a part of its own.
	 */
	private void checkParts(QueryKind kind, QueryTemplate query) {
		for (Set<Bind> part : query.optionalParts()) {
			List<Set<Bind>> groups = Stream
				.of(PAGE, WORDS, EnumSet.of(Bind.WORKERS), EnumSet.of(Bind.PHONES), EnumSet.of(Bind.CHAT))
				.filter((group) -> part.stream().anyMatch(group::contains))
				.toList();
			if (groups.size() > 1) {
				String names = groups.stream()
					.map((group) -> part.stream().filter(group::contains).findFirst().orElseThrow())
					.map((bind) -> ":" + bind.key())
					.collect(Collectors.joining(" and "));
				add(kind, "has " + names + " in the same double brackets, which are left out if one of them has no "
						+ "value: put each condition in double brackets of its own");
			}
		}
	}

	private void require(QueryKind kind, QueryTemplate query, Bind bind, String purpose) {
		if (!query.binds().contains(bind)) {
			add(kind, "must use :" + bind.key() + ", " + purpose);
		}
	}

	private void add(QueryKind kind, String problem) {
		this.findings.add(new Finding(kind.setting(), problem));
	}

}
