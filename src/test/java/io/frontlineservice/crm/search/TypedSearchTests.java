package io.frontlineservice.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker typed is a number or words. */
class TypedSearchTests {

	@ParameterizedTest
	@CsvSource({ "+49 30 123456, 4930123456", "+49 (0)30 123456, 30123456", "0049 [ 0 ] 30 123456, 30123456",
			"030 123456, 30123456", "(030) 123456, 30123456", "(0) 30 123456, 30123456",
			"+1 (415) 555-0101, 14155550101", "+1 (0), ''", "12345, ''", "555-0101, 5550101" })
	void numberHasTheDigitsThatEveryNotationHas(String typed, String digits) {
		assertThat(TypedSearch.of(typed)).hasValueSatisfying((search) -> assertThat(search.digits()).isEqualTo(digits));
	}

	@Test
	void wordsAreKeptInTheirOrder() {
		assertThat(TypedSearch.of("  Lind\u00A0Nora Lind ")).contains(new TypedSearch(List.of("Lind", "Nora"), ""));
	}

}
