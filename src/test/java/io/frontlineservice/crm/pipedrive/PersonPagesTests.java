package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are complete while persons change, with one part for each owner or for all. */
class PersonPagesTests {

	private final TestPipedrive pipedrive = new TestPipedrive();

	private final CrmAdapter byOwner = this.pipedrive.crm();

	/** Reads all persons, and keeps those of the worker. */
	private final CrmAdapter filtered = this.pipedrive.crm(this.pipedrive.settings(TestPipedrive.FIELDS));

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void newestPersonsComeFirstAndTheWorkersOwnBeforeTheSharedOnes() {
		this.pipedrive.user(TestPipedrive.SHARED);
		add(1, 4, TestPipedrive.SHARED);
		add(5, 8, ADA);
		for (int size : new int[] { 1, 2, 3, 4, 5, 8, 9 }) {
			assertThat(ofAda(this.byOwner).idsInPagesOf(size)).containsExactly("8", "7", "6", "5", "4", "3", "2", "1");
		}
	}

	@Test
	void fullPageSaysWhetherTheNextPartHasPersons() {
		this.pipedrive.user(TestPipedrive.SHARED);
		add(1, 3, ADA);
		assertThat(ofAda(this.byOwner).page(null, 3).more()).isFalse();
		add(4, 4, TestPipedrive.SHARED);
		assertThat(ofAda(this.byOwner).page(null, 3).more()).isTrue();
	}

	@Test
	void ownerWithoutPersonsIsSkipped() {
		this.pipedrive.user("abe@example.com");
		this.pipedrive.user("zoe@example.com");
		add(1, 3, ADA);
		Walk walk = new Walk(this.byOwner, audience("abe@example.com", ADA, "zoe@example.com"), "");
		assertThat(walk.idsInPagesOf(2)).containsExactly("3", "2", "1");
	}

	@Test
	void personsOfManyOwnersAreOnePartInTheOrderOfTheWholeList() {
		String[] owners = IntStream.range(0, 30).mapToObj("owner%d@example.com"::formatted).toArray(String[]::new);
		for (int i = 0; i < 60; i++) {
			this.pipedrive.add(i + 1, "Ann Hill", (i % 2 == 0) ? owners[i / 2] : BEN);
		}
		Walk walk = new Walk(this.byOwner, audience(owners), "");
		assertThat(walk.idsInPagesOf(7)).hasSize(30).isEqualTo(walk.ids()).startsWith("59", "57", "55");
		assertThat(new Walk(this.byOwner, audience(owners), "ann").idsInPagesOf(7)).isEqualTo(walk.ids());
	}

	@Test
	void cursorOfAnOwnerWhoLeftContinuesWithTheNextOwner() {
		add(1, 5, ADA);
		add(6, 9, BEN);
		CrmPage first = new Walk(this.byOwner, audience(ADA, BEN), "").page(null, 2);
		assertThat(ids(first.customers())).containsExactly("5", "4");
		assertThat(new Walk(this.byOwner, audience(BEN), "").page(first.next(), 10).customers()).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "true,1", "true,5", "true,6", "false,1", "false,5", "false,6" })
	void removedPersonLosesNoOther(boolean isByOwner, long removed) {
		add(1, 10, ADA);
		Walk walk = ofAda(isByOwner ? this.byOwner : this.filtered);
		CrmPage first = walk.page(null, 5);
		assertThat(ids(first.customers())).containsExactly("10", "9", "8", "7", "6");
		this.pipedrive.pipedrive().account().delete(removed);
		assertThat(ids(walk.page(first.next(), 5).customers())).containsExactlyElementsOf(
				LongStream.of(5, 4, 3, 2, 1).filter((id) -> id != removed).mapToObj(String::valueOf).toList());
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void personsThatStayAreListedOnceWhileOthersComeAndGo(long seed) {
		Random random = new Random(seed);
		Walk walk = ofAda((seed % 2 == 0) ? this.byOwner : this.filtered);
		Set<Long> all = LongStream.rangeClosed(1, 300).filter((id) -> id % 2 == 0).boxed().collect(Collectors.toSet());
		all.forEach((id) -> add(id, id, ADA));
		Set<Long> stayed = new TreeSet<>(all);
		List<String> listed = new ArrayList<>();
		CrmPage page = walk.page(null, 1 + random.nextInt(20));
		while (true) {
			listed.addAll(ids(page.customers()));
			if (!page.more()) {
				break;
			}
			change(random, all, stayed);
			page = walk.page(page.next(), 1 + random.nextInt(20));
		}
		assertThat(listed).doesNotHaveDuplicates().containsAll(stayed.stream().map(String::valueOf).toList());
	}

	/** Removes a few persons, changes others, and adds some between them. */
	private void change(Random random, Set<Long> all, Set<Long> stayed) {
		for (int i = random.nextInt(6); i > 0; i--) {
			long id = 1L + random.nextInt(300);
			if (random.nextInt(3) == 0 && all.contains(id)) {
				add(id, id, ADA);
			}
			else if (all.remove(id)) {
				stayed.remove(id);
				this.pipedrive.pipedrive().account().delete(id);
			}
			else if (id % 2 == 1) {
				all.add(id);
				add(id, id, ADA);
			}
		}
	}

	@Test
	void furtherPagesAreReadUntilAPersonOfTheWorkerIsFound() {
		add(1, 2, ADA);
		add(3, 1_200, BEN);
		assertThat(ofAda(this.filtered).idsInPagesOf(1)).containsExactly("2", "1");
		this.pipedrive.requests();
		ofAda(this.filtered).page(null, 5);
		assertThat(this.pipedrive.urls()).filteredOn((url) -> url.startsWith("/api/v2/persons?")).hasSize(3);
	}

	@Test
	void pageWithoutPersonsOfTheWorkerIsNotTheEnd() {
		add(1, 1, ADA);
		add(2, 600, BEN);
		Deadline soon = Deadline.in(Duration.ofSeconds(1));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> this.filtered.list(audience(ADA), "", null, 5, soon));
	}

	@Test
	void failureOfAFurtherPageKeepsThePersonsThatWereFound() {
		this.pipedrive.user(TestPipedrive.SHARED);
		add(1, 2, TestPipedrive.SHARED);
		add(3, 4, ADA);
		long shared = this.pipedrive.user(TestPipedrive.SHARED);
		this.pipedrive.pipedrive()
			.server()
			.faults()
			.answer((request) -> request.query().contains("owner_id=" + shared), 1, CrmReply.json(500, List.of()));
		CrmPage page = ofAda(this.byOwner).page(null, 5);
		assertThat(ids(page.customers())).containsExactly("4", "3");
		assertThat(ids(ofAda(this.byOwner).page(page.next(), 5).customers())).containsExactly("2", "1");
	}

	@Test
	void workerWithoutPersonsCostsNothing() {
		CrmAdapter withoutShared = this.pipedrive.crm(this.pipedrive.settings(FieldMapping.NONE));
		assertThat(withoutShared.list(audience("stranger@example.com"), "", null, 5, Walk.soon()))
			.isEqualTo(CrmPage.EMPTY);
		assertThat(withoutShared.list(audience("stranger@example.com"), "nora", null, 5, Walk.soon()))
			.isEqualTo(CrmPage.EMPTY);
		assertThat(this.pipedrive.urls()).containsExactly("/api/v1/users");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a:0:not-a-cursor", "o1:5", "x1:0:", "o0:0:", "a:-1:" })
	void otherCursorIsTheEndOfTheListOrAnError(String cursor) {
		add(1, 3, ADA);
		Walk walk = new Walk(this.byOwner, Audience.EVERYONE, "");
		if (cursor.startsWith("a:0:")) {
			assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> walk.page(cursor, 5));
		}
		else {
			assertThat(walk.page(cursor, 5)).isEqualTo(CrmPage.EMPTY);
		}
	}

	@Test
	void cursorOfPipedriveIsSentBackAsItIs() {
		String cursor = "a+b/c=|%&é:d\r\n";
		answerNext(cursor);
		CrmPage first = Walk.all(this.byOwner).page(null, 1);
		answerNext(null);
		Walk.all(this.byOwner).page(first.next(), 1);
		assertThat(this.pipedrive.requests()).extracting((request) -> request.parameter("cursor")).contains(cursor);
	}

	@Test
	void cursorThatDoesNotEndIsAnError() {
		answerNext("again");
		CrmPage first = Walk.all(this.byOwner).page(null, 1);
		answerNext("again");
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> Walk.all(this.byOwner).page(first.next(), 1));
		answerNext("x".repeat(1_001));
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> Walk.all(this.byOwner).page(null, 1));
	}

	/** Answers the next request for a list with one person. */
	private void answerNext(String cursor) {
		Map<String, Object> additional = (cursor != null) ? Map.of("next_cursor", cursor) : Map.of();
		CrmReply reply = CrmReply.json(200, Map.of("success", true, "data",
				List.of(Map.of("id", 9, "name", "Ann Hill", "owner_id", 1)), "additional_data", additional));
		this.pipedrive.pipedrive().server().faults().answer((request) -> request.path().endsWith("/persons"), 1, reply);
	}

	private Walk ofAda(CrmAdapter crm) {
		return new Walk(crm, audience(ADA), "");
	}

	private void add(long first, long last, String owner) {
		LongStream.rangeClosed(first, last).forEach((id) -> this.pipedrive.add(id, "Ann Hill " + id, owner));
	}

}
