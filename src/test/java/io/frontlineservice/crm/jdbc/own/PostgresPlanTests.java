package io.frontlineservice.crm.jdbc.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which index the filter of a full scan needs. */
class PostgresPlanTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					((phone)::text = ANY ('{1,2}'::text[]))                                           | (phone)
					((lower(owner) = ANY ('{*,a@b}'::text[])) AND (ROW(name, id) > ROW('m'::text, 0))) | (lower(owner), name, id)
					((owner = ANY ('{x}'::text[])) AND ((name > 'm'::text) OR ((name = 'm'::text) AND (id > 0)))) | (owner, name, id)
					(regexp_replace(number, '\\D'::text, ''::text, 'g'::text) = ANY ('{1}'::text[]))  | (regexp_replace(number, '\\D'::text, ''::text, 'g'::text))
					(lower((owner)::text) = 'x'::text)                                                | (lower(owner))
					(contact_id = c.id)                                                               | (contact_id)
					(tags && '{a}'::text[])                                                           | using gin (tags)
					""")
	void indexHasTheComparedColumns(String filter, String index) {
		assertThat(PostgresPlan.advice("c", filter)).isEqualTo("create index on c " + index + ";");
	}

	@Test
	void searchedTextsNeedTrigrams() {
		assertThat(PostgresPlan.advice("c", "((lower(name) ~~ '%a%'::text) OR (email ~~* '%a%'::text))")).isEqualTo("""
				create extension pg_trgm;
				create index on c using gin (lower(name) gin_trgm_ops, email gin_trgm_ops);""");
	}

	@Test
	@Timeout(10)
	void filterWithoutAColumnIsNoReasonToSearchLong() {
		String filter = "(".repeat(2_000) + "'a' || 'b'".repeat(2_000) + ") = 1";
		assertThat(PostgresPlan.advice("c", filter)).isNotEmpty();
		assertThat(PostgresPlan.advice("c", "")).isEqualTo("add a condition to the query, and an index for it");
	}

}
