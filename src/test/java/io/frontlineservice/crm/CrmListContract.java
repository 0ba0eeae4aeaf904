package io.frontlineservice.crm;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.ALL;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The part of {@link CrmAdapterContract} about lists: pages, owners and search. For
 * adapters that list customers in several ways, one of which passes the whole contract.
 */
public abstract class CrmListContract {

	/** Not in order, and two with the same name. */
	static final List<CrmCustomer> CUSTOMERS = List.of(customer("7", "Nora Lind", ADA), customer("12", "Ann Hill", BEN),
			customer("007", "Ann Hill", ADA), customer("3", "Zoe Marsh"), customer("x-9", "Marc Dupont", ADA, BEN),
			customer("40", "Everyone Hill", ALL), customer("41", "Carla Rossi", BEN),
			customer("42", "Noah Hillman", ADA));

	/** Returns an adapter for a CRM that has exactly these customers. */
	protected abstract CrmAdapter adapterOf(List<CrmCustomer> customers);

	final CrmAdapter adapter() {
		return adapterOf(CUSTOMERS);
	}

	/** Skips the test for adapters that do not declare that. */
	final CrmAdapter adapterThatCan(CrmCapability capability) {
		CrmAdapter adapter = adapter();
		assumeTrue(adapter.can(capability), capability::name);
		return adapter;
	}

	@Test
	void everyCustomerIsListedOnce() {
		assertThat(Walk.all(adapter()).ids()).containsExactlyInAnyOrderElementsOf(ids(CUSTOMERS));
	}

	@Test
	void orderIsTheSameInEveryCallAndInEveryInstance() {
		CrmAdapter adapter = adapter();
		List<String> first = Walk.all(adapter).ids();
		assertThat(Walk.all(adapter).ids()).isEqualTo(first);
		assertThat(Walk.all(adapter()).ids()).isEqualTo(first);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 7, 8, 9, 100 })
	void pagesOfAnySizeMakeUpTheWholeList(int size) {
		CrmAdapter adapter = adapter();
		assertThat(Walk.all(adapter).idsInPagesOf(size)).isEqualTo(Walk.all(adapter).ids());
	}

	@Test
	void pageHasANextCursorExactlyWhileThereAreMoreCustomers() {
		Walk walk = Walk.all(adapter());
		assertThat(walk.page(null, CUSTOMERS.size() - 1).more()).isTrue();
		assertThat(walk.page(null, CUSTOMERS.size()).more()).isFalse();
		assertThat(walk.page(null, CUSTOMERS.size() + 1).more()).isFalse();
	}

	@Test
	void cursorContinuesAfterItsCustomer() {
		Walk walk = Walk.all(adapterThatCan(CrmCapability.PAGING_AFTER_CUSTOMER));
		List<CrmCustomer> all = walk.inPagesOf(100);
		for (int i = 0; i < all.size(); i++) {
			String cursor = walk.adapter().cursorAfter(all.get(i));
			assertThat(walk.page(cursor, 100).customers()).isEqualTo(all.subList(i + 1, all.size()));
		}
	}

	@Test
	void cursorContinuesWhenItsCustomerIsGone() {
		Walk before = Walk.all(adapterThatCan(CrmCapability.PAGING_AFTER_CUSTOMER));
		List<CrmCustomer> all = before.inPagesOf(100);
		for (CrmCustomer gone : all) {
			Walk after = Walk.all(adapterOf(CUSTOMERS.stream().filter((it) -> !it.id().equals(gone.id())).toList()));
			List<CrmCustomer> rest = all.subList(all.indexOf(gone) + 1, all.size());
			assertThat(ids(after.page(before.adapter().cursorAfter(gone), 100).customers())).isEqualTo(ids(rest));
		}
	}

	@Test
	void adapterThatCannotContinueAfterACustomerRefusesIt() {
		CrmAdapter adapter = adapter();
		assumeFalse(adapter.can(CrmCapability.PAGING_AFTER_CUSTOMER));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> adapter.cursorAfter(CUSTOMERS.get(0)));
	}

	@Test
	void pageBeginsWithTheSameCustomersWhateverItsLimit() {
		Walk walk = Walk.all(adapter());
		String cursor = walk.page(null, 3).next();
		for (int limit = 1; limit <= 5; limit++) {
			List<String> ids = ids(walk.page(cursor, limit).customers());
			assertThat(ids(walk.page(cursor, 100).customers())).startsWith(ids.toArray(String[]::new));
			assertThat(ids(walk.page(null, 100).customers()))
				.startsWith(ids(walk.page(null, limit).customers()).toArray(String[]::new));
		}
	}

	@Test
	void alphabeticalOrderIsThatOfTheNames() {
		List<String> names = Walk.all(adapterThatCan(CrmCapability.ALPHABETICAL_ORDER))
			.inPagesOf(100)
			.stream()
			.map(CrmCustomer::name)
			.toList();
		assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no-such-cursor", "%00", "' OR 1=1 --", "€" })
	void unknownCursorIsTheEndOfTheList(String cursor) {
		assertThat(Walk.all(adapter()).page(cursor, 5)).isEqualTo(CrmPage.EMPTY);
	}

	@Test
	void workersGetTheirOwnCustomersAndThoseOfAllWorkers() {
		assertThat(seenBy(ADA)).containsExactlyInAnyOrder("7", "007", "x-9", "40", "42");
		assertThat(seenBy(BEN)).containsExactlyInAnyOrder("12", "x-9", "40", "41");
		assertThat(seenBy(ADA, BEN)).containsExactlyInAnyOrder("7", "12", "007", "x-9", "40", "41", "42");
	}

	@Test
	void workerWithoutCustomersGetsOnlyThoseOfAllWorkers() {
		assertThat(seenBy("stranger@example.com")).containsExactly("40");
		assertThat(seenBy()).containsExactly("40");
	}

	@Test
	void customersWithoutOwnerAreListedOnlyForTheAudienceOfEveryone() {
		assertThat(seenBy(ADA, BEN)).doesNotContain("3");
		assertThat(Walk.all(adapter()).ids()).contains("3");
	}

	@Test
	void customersOfAWorkerAreInTheOrderOfTheWholeList() {
		List<String> order = new ArrayList<>(Walk.all(adapter()).ids());
		order.retainAll(seenBy(ADA));
		for (int size = 1; size <= 6; size++) {
			assertThat(new Walk(adapter(), audience(ADA), "").idsInPagesOf(size)).isEqualTo(order);
		}
	}

	@Test
	void pagesAreFilledAfterFiltering() {
		List<CrmCustomer> many = new ArrayList<>();
		for (int i = 0; i < 250; i++) {
			many.add(customer("c" + i, "Customer %03d".formatted(i), (i < 240) ? BEN : ADA));
		}
		Walk walk = new Walk(adapterOf(many), audience(ADA), "");
		assertThat(walk.page(null, 5).customers()).isNotEmpty();
		assertThat(walk.idsInPagesOf(4)).hasSize(10);
	}

	@Test
	void aSearchNarrowsTheListAndKeepsItsOrder() {
		adapterThatCan(CrmCapability.SEARCH);
		List<String> order = new ArrayList<>(Walk.all(adapter()).ids());
		order.retainAll(List.of("12", "007", "40", "42"));
		for (int size = 1; size <= 5; size++) {
			assertThat(new Walk(adapter(), Audience.EVERYONE, "hill").idsInPagesOf(size)).isEqualTo(order);
		}
		assertThat(new Walk(adapter(), Audience.EVERYONE, "ann hill").ids()).containsExactlyInAnyOrder("12", "007");
	}

	@Test
	void aSearchKeepsToTheAudience() {
		adapterThatCan(CrmCapability.SEARCH);
		assertThat(new Walk(adapter(), audience(ADA), "hill").ids()).containsExactlyInAnyOrder("007", "40", "42");
		assertThat(new Walk(adapter(), audience("stranger@example.com"), "ann").ids()).isEmpty();
	}

	@Test
	void searchWithoutMatchIsAnEmptyPage() {
		adapterThatCan(CrmCapability.SEARCH);
		assertThat(new Walk(adapter(), Audience.EVERYONE, "xyzzy").page(null, 5)).isEqualTo(CrmPage.EMPTY);
	}

	@Test
	void aBlankSearchIsTheWholeList() {
		assertThat(new Walk(adapter(), Audience.EVERYONE, "  ").ids()).isEqualTo(Walk.all(adapter()).ids());
	}

	private List<String> seenBy(String... owners) {
		return new Walk(adapter(), audience(owners), "").ids();
	}

}
