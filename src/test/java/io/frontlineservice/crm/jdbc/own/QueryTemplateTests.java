package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.crm.search.Search;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statement a configured query becomes, and what is only text in it. */
class QueryTemplateTests {

	@Test
	void bindsBecomeParametersAndListsSeveral() {
		BindValues values = new BindValues().set(Bind.WORKERS, List.of("a", "b")).set(Bind.LIMIT, 3);
		assertThat(sql("select 1 where w in (:workers) and x = any(array[:workers]) limit :limit", values))
			.isEqualTo("select 1 where w in (?, ?) and x = any(array[?, ?]) limit ?");
	}

	@Test
	void partIsLeftOutWithoutAValue() {
		String query = "a [[and w in (:workers)]] b [[and (n, i) > (:after_name, :after_id)]] c";
		assertThat(sql(query, new BindValues())).isEqualTo("a  b  c");
		assertThat(sql(query, new BindValues().set(Bind.WORKERS, List.of("x")))).isEqualTo("a and w in (?) b  c");
		assertThat(sql(query, new BindValues().set(Bind.AFTER_NAME, "x"))).isEqualTo("a  b  c");
		assertThat(sql(query, new BindValues().set(Bind.AFTER_NAME, "x").set(Bind.AFTER_ID, "y")))
			.isEqualTo("a  b and (n, i) > (?, ?) c");
	}

	@Test
	void partWithAWordIsRepeatedForEachWord() {
		BindValues values = new BindValues();
		SearchBinds.add(Search.of("Ann O'Brien"), values);
		assertThat(sql("x[[ and (n like :word_start or d like :digits_within)]]", values))
			.isEqualTo("x and (n like ? or d like ?) and (n like ? or d like ?)");
		assertThat(sql("x[[ and n like :word]]", new BindValues())).isEqualTo("x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "select ':limit'", "select 'it''s :limit'", "select \":limit\"", "select a -- :limit\n",
			"select a /* :limit */", "select a /* /* :limit */ :limit */", "select a::text", "select a :: text",
			"select a[1:2]", "select a[x:y]", "select a[b[1]]", "select array[[1,2],[3,4]]",
			"select array[ [1,2], [3,4] ]", "select E'\\':limit'", "select $$ :limit '$$", "select $q$ $$ :limit $q$",
			"select '\\', 'a'", "select f(a := 1)", "select a::text[] [1]", "select '[[', ']]'", "select 'ä😀 :limit'",
			"select (a):b", "select time '10:30'" })
	void textIsNotChangedInPostgres(String query) {
		assertThat(sql(query, new BindValues())).isEqualTo(query);
	}

	@ParameterizedTest
	@ValueSource(strings = { "select '\\':limit'", "select \"\\\":limit\"", "select `a:limit`", "select 1 # :limit\n",
			"select a /* ? */", "select @a := 1", "select 'it''s :limit'", "select 1 -- :limit" })
	void textIsNotChangedInMariaDb(String query) {
		assertThat(QueryTemplate.parse(QueryKind.LIST, query, DatabaseProduct.MARIADB).with(new BindValues()).sql())
			.isEqualTo(query);
	}

	@Test
	void escapeCharacterOfTheStandardEndsAText() {
		String query = "a like 'x' escape '\\' limit :limit";
		assertThat(sql(query, new BindValues().set(Bind.LIMIT, 1))).isEqualTo("a like 'x' escape '\\' limit ?");
	}

	@Test
	void bindWithACastIsABind() {
		assertThat(sql("limit :limit::int", new BindValues().set(Bind.LIMIT, 1))).isEqualTo("limit ?::int");
	}

	@Test
	void bracketsOfAnArrayInsideAPartDoNotEndIt() {
		assertThat(sql("x [[and a[b[1]] in (:workers) and array[[1]] = c]] y", new BindValues())).isEqualTo("x  y");
		assertThat(sql("x [[and a in (:workers)]]", new BindValues().set(Bind.WORKERS, List.of("]]"))))
			.isEqualTo("x and a in (?)");
	}

	@Test
	void questionMarkIsAnOperatorOfPostgres() {
		assertThat(sql("select tags ? 'vip', '?' limit :limit", new BindValues().set(Bind.LIMIT, 1)))
			.isEqualTo("select tags ?? 'vip', '?' limit ?");
		assertRefused("select a = ?", DatabaseProduct.MARIADB,
				"has a question mark in line 1: write the name of a " + "value, such as :limit");
	}

	@Test
	void semicolonAtTheEndIsRemoved() {
		assertThat(sql("select 1;\n", new BindValues())).isEqualTo("select 1\n");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					select 1; delete from x    | must be a single statement: line 1 follows a semicolon
					select 'a                  | has a quote without an end in line 1
					select "a                  | has a quote without an end in line 1
					select $$ a                | has a quote without an end in line 1
					select /* a                | has a comment without an end in line 1
					a [[and :limit             | has [[ without ]]
					a :limit ]]                | has ]] in line 1 without [[
					a [[b [[c :limit]] ]]      | has [[ in line 1 inside of another [[
					a [[and b]]                | has double brackets without a bind, which closes in line 1: remove them; write a nested array as [ [1], [2] ]
					a > :afterid               | uses :afterid, which this query does not have; the nearest is :after_id
					a = :id                    | uses :id, which this query does not have
					a = :worker                | uses :worker, which this query does not have; the nearest is :workers
					""")
	void unusableQueryIsRefused(String query, String problem) {
		assertRefused(query, DatabaseProduct.POSTGRESQL, problem);
	}

	private static void assertRefused(String query, DatabaseProduct product, String problem) {
		assertThatExceptionOfType(BadQueryException.class)
			.isThrownBy(() -> QueryTemplate.parse(QueryKind.LIST, query, product))
			.withMessage(problem);
	}

	@Test
	void positionOfTheServerLeadsToThePlaceInTheQuery() {
		String query = "select a\nfrom t [[where w in\n(:workers)]]\nand 😀 limt :limit";
		BoundQuery bound = QueryTemplate.parse(QueryKind.LIST, query, DatabaseProduct.POSTGRESQL)
			.with(new BindValues().set(Bind.WORKERS, List.of("a", "b", "c")).set(Bind.LIMIT, 1));
		String sent = "select a\nfrom t where w in\n($1, $2, $3)\nand 😀 limt $4";
		int position = 1 + sent.codePointCount(0, sent.indexOf("limt"));
		assertThat(query.substring(bound.sourceOffset(position))).startsWith("limt");
		assertThat(bound.sourceLine(3)).isEqualTo(3);
		assertThat(bound.sourceLine(4)).isEqualTo(4);
		String repeated = "x\n[[and n = :word\n]]y";
		BindValues words = new BindValues();
		SearchBinds.add(Search.of("a b c"), words);
		assertThat(QueryTemplate.parse(QueryKind.SEARCH, repeated, DatabaseProduct.MARIADB).with(words).sourceLine(5))
			.isEqualTo(3);
	}

	private static String sql(String query, BindValues values) {
		QueryKind kind = query.contains(":word") && !query.contains(":workers") ? QueryKind.SEARCH : QueryKind.LIST;
		return QueryTemplate.parse(kind, query, DatabaseProduct.POSTGRESQL).with(values).sql();
	}

}
