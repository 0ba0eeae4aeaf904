package io.frontlineservice.crm.airtable;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.airtable.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are complete while records change, and while Airtable ends iterations. */
class RecordPagesTests {

	private static final CrmReply ENDED = CrmReply.json(422,
			Map.of("error", Map.of("type", "LIST_RECORDS_ITERATOR_NOT_AVAILABLE")));

	private static TestAirtable airtable;

	private final Walk walk = new Walk(airtable.crm(), audience(ADA), "");

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@BeforeEach
	void clear() {
		airtable.base().server().faults().clear();
		airtable.table().clear();
		airtable.requests();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 5 })
	void recordsRemovedBeforeThePageLoseNoOther(int removed) {
		add(1, 20);
		CrmPage first = this.walk.page(null, 5);
		LongStream.rangeClosed(1, removed).forEach(airtable.table()::remove);
		assertListed(this.walk.page(first.next(), 5), 6, 7, 8, 9, 10);
	}

	@Test
	void recordsAddedBeforeThePageRepeatNoOther() {
		add(11, 30);
		CrmPage first = this.walk.page(null, 5);
		add(1, 10);
		assertListed(this.walk.page(first.next(), 3), 16, 17, 18);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 5, 7, 8, 9 })
	void recordThatMovesIsNotRepeatedOnTheNextPageAndLosesNoOther(int moved) {
		add(1, 30);
		CrmPage first = this.walk.page(null, 9);
		airtable.add(moved, name(11) + "b", ADA);
		assertListed(this.walk.page(first.next(), 5), 10, 11, 12, 13, 14);
		airtable.add(moved, "Aaron", ADA);
		assertListed(this.walk.page(first.next(), 5), 10, 11, 12, 13, 14);
	}

	@Test
	void placeIsKnownByItsNumberWhenAllThatItRemembersAreGone() {
		add(1, 40);
		CrmPage first = this.walk.page(null, 20);
		LongStream.rangeClosed(11, 20).forEach(airtable.table()::remove);
		assertListed(this.walk.page(first.next(), 2), 23, 24);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void recordsThatStayAreListedOnceWhileOthersComeAndGo(long seed) {
		Random random = new Random(seed);
		Set<Long> all = LongStream.rangeClosed(1, 400).filter((id) -> id % 2 == 0).boxed().collect(Collectors.toSet());
		all.forEach((id) -> add(id, id));
		Set<Long> stayed = new TreeSet<>(all);
		List<String> listed = new ArrayList<>();
		CrmPage page = this.walk.page(null, 5 + random.nextInt(30));
		while (true) {
			listed.addAll(ids(page.customers()));
			if (!page.more()) {
				break;
			}
			change(random, all, stayed);
			page = this.walk.page(page.next(), 5 + random.nextInt(30));
		}
		assertThat(listed).doesNotHaveDuplicates().containsAll(stayed.stream().map(Table::id).toList());
	}

	/** Removes a few records, and adds others between them. */
	private static void change(Random random, Set<Long> all, Set<Long> stayed) {
		for (int i = random.nextInt(4); i > 0; i--) {
			long id = 1L + random.nextInt(400);
			if (all.remove(id)) {
				stayed.remove(id);
				airtable.table().remove(id);
			}
			else if (id % 2 == 1) {
				all.add(id);
				add(id, id);
			}
		}
	}

	@Test
	void longListIsReadInPagesOfAHundred() {
		add(1, 250);
		String next = ListPlace.after(3, List.of(Table.id(198), Table.id(199), Table.id(200))).cursor();
		assertListed(this.walk.page(next.replaceFirst("3:", "200:"), 2), 201, 202);
		assertThat(airtable.queries()).hasSize(3)
			.allSatisfy((query) -> assertThat(query.path("pageSize").asInt()).isEqualTo(100));
	}

	@Test
	void pageNeedsNoIterationOfThePageBefore() {
		add(1, 20);
		CrmPage first = this.walk.page(null, 5);
		airtable.base().endIterations();
		assertListed(this.walk.page(first.next(), 2), 6, 7);
	}

	@Test
	void iterationThatEndsIsStartedOver() {
		add(1, 250);
		airtable.answerFurtherPages(1, ENDED);
		assertThat(this.walk.page(null, 150).customers()).hasSize(150);
		assertThat(airtable.queries()).hasSize(4);
	}

	@Test
	void iterationsThatAlwaysEndAreAnError() {
		add(1, 250);
		airtable.answerFurtherPages(2, ENDED);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> this.walk.page(null, 150));
	}

	@Test
	void iterationThatBeginsAgainIsStartedOver() {
		add(1, 250);
		CrmReply again = CrmReply.json(200, Map.of("records",
				List.of(Map.of("id", Table.id(1), "createdTime", "", "fields", Map.of("Name", name(1), "Owner", ADA))),
				"offset", "itr00000000000001/rec00000000000002"));
		airtable.answerFurtherPages(1, again);
		assertThat(this.walk.page(null, 150).customers()).hasSize(150);
	}

	@Test
	void customersThatAFormulaFindsByMistakeAreReplaced() {
		add(1, 3);
		// The text of the owner has Ada's address in it, but is not hers.
		LongStream.rangeClosed(4, 130).forEach((id) -> airtable.add(id, name(id), "Ada <ada@example.com,>; " + BEN));
		add(131, 140);
		assertListed(this.walk.page(null, 5), 1, 2, 3, 131, 132);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "5:", "0:rec", "1:rec0000000000000", "-1:rec00000000000001",
			"12345678:rec00000000000001", "5:rec00000000000001\n" })
	void otherTextIsNoCursor(String text) {
		assertThat(ListPlace.of(text)).isEmpty();
	}

	private static void add(long first, long last) {
		LongStream.rangeClosed(first, last).forEach((id) -> airtable.add(id, name(id), ADA));
	}

	private static String name(long id) {
		return "Hill %05d".formatted(id);
	}

	private static void assertListed(CrmPage page, long... numbers) {
		assertThat(ids(page.customers()))
			.containsExactlyElementsOf(LongStream.of(numbers).mapToObj(Table::id).toList());
	}

}
