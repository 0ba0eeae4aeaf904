package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.jdbc.database.DatabaseProduct;
import io.frontlineservice.diagnosis.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with queries without asking the database. */
class QueryFindingsTests {

	private static final String LIST = "select * from c where w in (:workers) [[and i > :after_id]] limit :limit";

	private static final String BY_ID = "select * from c where i = :id";

	private static final String BY_ADDRESS = "select * from c where p in (:phones)";

	@Test
	void usableQueriesHaveNoFindings() {
		assertThat(findings(LIST, LIST + " [[and n like :word]]", BY_ID, BY_ADDRESS)).isEmpty();
		assertThat(findings(ContactSql.POSTGRES)).isEmpty();
		assertThat(QueryFindings.of(ContactSql.MARIADB, DatabaseProduct.MARIADB, false)).isEmpty();
	}

	@Test
	void missingQueriesAreNamed() {
		assertThat(findings(Queries.NONE)).extracting(Finding::key)
			.containsExactly("frontline.crm.jdbc.queries.list", "frontline.crm.jdbc.queries.by-id",
					"frontline.crm.jdbc.queries.by-address");
		assertThat(findings(" ", null, BY_ID, BY_ADDRESS)).singleElement()
			.extracting(Finding::problem)
			.asString()
			.startsWith("is missing: ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					w in (:workers) [[and i > :after_id]]                             | must use :limit, how many rows to return
					w in (:workers) limit :limit                                      | must use :after_id, where a page starts
					[[i > :after_id]] limit :limit                                    | must use :workers, whose customers to return
					w in (:workers) and i > :after_id limit :limit                    | uses :after_id, which has no value on the first page: put its condition in double brackets, [[and ...]]
					[[w in (:workers) and i > :after_id]] limit :limit                | has :after_id and :workers in the same double brackets, which are left out if one of them has no value: put each condition in double brackets of its own
					""")
	void queryOfTheListMustPage(String query, String problem) {
		assertThat(findings(query, null, BY_ID, BY_ADDRESS)).extracting(Finding::problem).containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                                                                | must use the words of the search, such as :word_start in double brackets
					and n like :word_start                                            | uses :word_start, which has a value for each word: put its condition in double brackets, [[and (...)]]
					[[and n like :word_start and i > :after_id]]                      | has :after_id and :word_start in the same double brackets, which are left out if one of them has no value: put each condition in double brackets of its own
					[[and n like :word_start]] [[or d like :digits_within]]           | must compare the digits of a word in the same double brackets as the word, with or: [[and (name like :word_start or number like :digits_within)]]
					[[and n like :wordstart]]                                         | uses :wordstart, which this query does not have; the nearest is :word_start
					""")
	void queryOfTheSearchMustUseItsWords(String words, String problem) {
		assertThat(findings(LIST, LIST + " " + words, BY_ID, BY_ADDRESS)).extracting(Finding::problem)
			.containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					c = 1                                        | must use :phones, which numbers to look for
					p in (:phones) [[or c = :chat]]              | uses :phones outside of double brackets, but only one of :phones and :chat has a value: write [[and ...]] for each
					[[p in (:phones)]] or c = :chat              | uses :chat outside of double brackets, but only one of :phones and :chat has a value: write [[and ...]] for each
					""")
	void queryOfAnAddressMustUseIt(String query, String problem) {
		assertThat(findings(LIST, null, BY_ID, query)).extracting(Finding::problem).containsExactly(problem);
	}

	@Test
	void queryOfAnIdMustUseIt() {
		assertThat(findings(LIST, null, "select 1", BY_ADDRESS)).extracting(Finding::problem)
			.containsExactly("must use :id, which customer to return");
	}

	@Test
	void workersAreOptionalIfEveryoneSeesAll() {
		Queries withoutWorkers = new Queries("[[i > :after_id]] limit :limit", null, BY_ID, BY_ADDRESS, null);
		assertThat(QueryFindings.of(withoutWorkers, DatabaseProduct.POSTGRESQL, true)).isEmpty();
		assertThat(QueryFindings.of(new Queries(LIST, null, BY_ID, BY_ADDRESS, null), DatabaseProduct.POSTGRESQL, true))
			.extracting(Finding::problem)
			.containsExactly("uses :workers, which has no value, because frontline.visibility is everyone: "
					+ "put its condition in double brackets, [[and ...]]");
	}

	private static List<Finding> findings(String list, String search, String byId, String byAddress) {
		return findings(new Queries(list, search, byId, byAddress, null));
	}

	private static List<Finding> findings(Queries queries) {
		return QueryFindings.of(queries, DatabaseProduct.POSTGRESQL, false);
	}

}
