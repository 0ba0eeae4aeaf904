package io.frontlineservice.crm.airtable;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.airtable.Table;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A copy of the table has all of its records, or fails. */
class AirtableCopyTests {

	private static TestAirtable airtable;

	private final AirtableCopy copy = airtable.copy();

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
		LongStream.rangeClosed(1, 250).forEach((id) -> airtable.add(id, "Hill %05d".formatted(id), ADA));
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@BeforeEach
	void clear() {
		airtable.base().server().faults().clear();
		airtable.requests();
	}

	@Test
	void allRecordsAreReadInPagesOfAHundred() {
		assertThat(ids(this.copy.get()))
			.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 250).mapToObj(Table::id).toList());
		assertThat(airtable.queries()).hasSize(3).allSatisfy((query) -> {
			assertThat(query.path("pageSize").asInt()).isEqualTo(100);
			assertThat(query.has("filterByFormula")).isFalse();
		});
	}

	@Test
	void halfReadCopyIsAFailure() {
		airtable.answerFurtherPages(1, CrmReply.json(500, Map.of()));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(this.copy::get);
	}

	@Test
	void readingStartsOverWhenAirtableEndsTheIteration() {
		CrmReply ended = CrmReply.json(422, Map.of("error", Map.of("type", "LIST_RECORDS_ITERATOR_NOT_AVAILABLE")));
		airtable.answerFurtherPages(1, ended);
		assertThat(this.copy.get()).hasSize(250);
		airtable.answerFurtherPages(2, ended);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this.copy::get);
	}

}
