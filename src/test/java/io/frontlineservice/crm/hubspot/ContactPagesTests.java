package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are complete while contacts change, and end where HubSpot's do. */
class ContactPagesTests {

	private final TestHubSpot hubSpot = new TestHubSpot();

	private final Walk walk = new Walk(this.hubSpot.crm(), audience(ADA), "");

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void contactRemovedBeforeThePageLosesNoOther() {
		add(1, 20);
		CrmPage first = this.walk.page(null, 5);
		this.hubSpot.account().contacts().remove(2);
		assertThat(ids(this.walk.page(first.next(), 5).customers())).containsExactly("6", "7", "8", "9", "10");
	}

	@Test
	void contactAddedBeforeThePageRepeatsNoOther() {
		add(11, 30);
		CrmPage first = this.walk.page(null, 5);
		add(1, 3);
		CrmPage second = this.walk.page(first.next(), 5);
		assertThat(ids(second.customers())).containsExactly("16", "17");
		assertThat(ids(this.walk.page(second.next(), 5).customers())).containsExactly("18", "19", "20", "21", "22");
	}

	@Test
	void lastContactOfThePageMayBeRemoved() {
		add(1, 20);
		CrmPage first = this.walk.page(null, 5);
		this.hubSpot.account().contacts().remove(5);
		assertThat(ids(this.walk.page(first.next(), 5).customers())).containsExactly("6", "7", "8", "9", "10");
	}

	@Test
	void contactThatMovesBehindThePageIsNotRepeatedOnTheNext() {
		add(1, 20);
		CrmPage first = this.walk.page(null, 5);
		this.hubSpot.add(5, "Ann", name(7) + "b", ADA);
		assertThat(ids(this.walk.page(first.next(), 5).customers())).containsExactly("6", "7", "8", "9", "10");
	}

	@ParameterizedTest
	@ValueSource(ints = { 9, 40, 59 })
	void manyContactsRemovedBeforeThePageLoseNoOther(int removed) {
		add(1, 150);
		CrmPage first = this.walk.page(null, 80);
		LongStream.rangeClosed(1, removed).forEach(this.hubSpot.account().contacts()::remove);
		assertThat(ids(this.walk.page(first.next(), 2).customers())).containsExactly("81", "82");
	}

	@ParameterizedTest
	@ValueSource(ints = { 9, 40, 100 })
	void manyContactsAddedBeforeThePageRepeatNoOther(int added) {
		add(201, 400);
		CrmPage first = this.walk.page(null, 80);
		add(1, added);
		assertThat(ids(this.walk.page(first.next(), 2).customers())).containsExactly("281", "282");
	}

	@Test
	void pageOverlapsTheOneBeforeIt() {
		add(1, 20);
		CrmPage first = this.walk.page(null, 10);
		this.hubSpot.requests();
		this.walk.page(first.next(), 10);
		assertThat(this.hubSpot.searches()).singleElement().satisfies((search) -> {
			assertThat(search.path("after").stringValue()).isEqualTo("2");
			assertThat(search.path("limit").intValue()).isEqualTo(18);
		});
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5 })
	void contactsThatStayAreListedOnceWhileOthersComeAndGo(long seed) {
		Random random = new Random(seed);
		Set<Long> all = LongStream.rangeClosed(1, 400).filter((id) -> id % 2 == 0).boxed().collect(Collectors.toSet());
		all.forEach((id) -> add(id, id));
		Set<Long> stayed = new TreeSet<>(all);
		List<String> listed = new ArrayList<>();
		CrmPage page = this.walk.page(null, 1 + random.nextInt(20));
		while (true) {
			listed.addAll(ids(page.customers()));
			if (!page.more()) {
				break;
			}
			change(random, all, stayed);
			page = this.walk.page(page.next(), 1 + random.nextInt(20));
		}
		assertThat(listed).doesNotHaveDuplicates().containsAll(stayed.stream().map(String::valueOf).toList());
	}

	/** Removes a few contacts, and adds others between them. */
	private void change(Random random, Set<Long> all, Set<Long> stayed) {
		for (int i = random.nextInt(4); i > 0; i--) {
			long id = 1L + random.nextInt(400);
			if (all.remove(id)) {
				stayed.remove(id);
				this.hubSpot.account().contacts().remove(id);
			}
			else if (id % 2 == 1) {
				all.add(id);
				add(id, id);
			}
		}
	}

	@Test
	void listEndsAfterTenThousandContacts() {
		add(1, 10_030);
		String next = ListPlaceTests.place(9_950, "9950").cursor();
		CrmPage last = this.walk.page(next, 100);
		assertThat(last.customers()).hasSize(50);
		assertThat(last.more()).isFalse();
		assertThat(this.walk.page(ListPlaceTests.place(10_000, "10000").cursor(), 100)).isEqualTo(CrmPage.EMPTY);
	}

	@Test
	void contactsOfManyOwnersAreListedInParts() {
		String[] owners = new String[250];
		for (int i = 0; i < owners.length; i++) {
			owners[i] = "owner" + i + "@example.com";
			if (i % 10 < 5) {
				this.hubSpot.add(i + 1, "Ann", name(i), owners[i]);
			}
		}
		Walk ofMany = new Walk(this.walk.adapter(), audience(owners), "");
		assertThat(ofMany.idsInPagesOf(7)).hasSize(125).doesNotHaveDuplicates();
		assertThat(new Walk(this.walk.adapter(), audience(owners), "ann").ids()).hasSize(125);
	}

	private void add(long first, long last) {
		LongStream.rangeClosed(first, last).forEach((id) -> this.hubSpot.add(id, "Ann", name(id), ADA));
	}

	private static String name(long id) {
		return "Hill %05d".formatted(id);
	}

}
