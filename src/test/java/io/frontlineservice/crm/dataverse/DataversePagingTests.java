package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list is complete while customers change between its pages. */
class DataversePagingTests {

	private static final int PAGE = 5;

	private final TestDataverse dataverse = new TestDataverse();

	private final String ada = this.dataverse.user("ada@example.com");

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	private List<String> contacts(int count) {
		List<String> contacts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			contacts.add(this.dataverse.contact("Customer %02d".formatted(i), this.ada));
		}
		return contacts;
	}

	/** Adds contacts with one name, and returns them in their order. */
	private List<String> sameName(String name, int count) {
		for (int i = 0; i < count; i++) {
			this.dataverse.contact(name, this.ada);
		}
		return Walk.all(this.dataverse.crm()).inPagesOf(200).stream().map((it) -> it.id().value()).toList();
	}

	@Test
	void customersThatAreAddedBeforeThePlaceShiftNothing() {
		List<String> contacts = contacts(20);
		assertThat(walk(() -> this.dataverse.contact("A new one", this.ada))).isEqualTo(contacts);
	}

	@Test
	void customersThatAreDeletedBeforeThePlaceSkipNothing() {
		List<String> contacts = contacts(20);
		List<String> deleted = new ArrayList<>(contacts);
		assertThat(walk(() -> this.dataverse.tables().delete("contact", deleted.remove(0)))).isEqualTo(contacts);
	}

	@Test
	void lastCustomerOfAPageMayBeDeletedOrRenamed() {
		List<String> contacts = contacts(20);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, PAGE).next();
		this.dataverse.tables().delete("contact", contacts.get(PAGE - 1));
		CrmPage second = walk.page(next, PAGE);
		assertThat(ids(second.customers())).isEqualTo(contacts.subList(PAGE, 2 * PAGE));
		this.dataverse.tables().update("contact", contacts.get(2 * PAGE - 1), Map.of("fullname", "Aaron"));
		assertThat(ids(walk.page(second.next(), PAGE).customers())).isEqualTo(contacts.subList(2 * PAGE, 3 * PAGE));
	}

	@Test
	void lastCustomerThatIsRenamedForwardSkipsNoOthers() {
		List<String> contacts = contacts(20);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, PAGE).next();
		this.dataverse.tables().update("contact", contacts.get(PAGE - 1), Map.of("fullname", "Customer 07a"));
		assertThat(ids(walk.page(next, 3).customers())).isEqualTo(contacts.subList(PAGE, PAGE + 3));
		this.dataverse.tables().update("contact", contacts.get(PAGE - 1), Map.of("fullname", "CUSTOMER 04"));
		assertThat(ids(walk.page(next, 3).customers())).isEqualTo(contacts.subList(PAGE, PAGE + 3));
	}

	@Test
	void emptyPageWithALinkIsNotTheEndOfTheList() {
		this.dataverse.server()
			.faults()
			.answer((request) -> request.path().endsWith("/contacts"), 1, CrmReply.json(200, Map.of("value", List.of(),
					"@odata.nextLink", this.dataverse.server().url() + "/api/data/v9.2/contacts?$skiptoken=1")));
		Walk walk = Walk.all(this.dataverse.crm());
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> walk.page(null, PAGE));
	}

	@Test
	void customerThatIsAddedAfterThePlaceIsListed() {
		List<String> contacts = contacts(20);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, PAGE).next();
		String added = this.dataverse.contact("Customer 04a", this.ada);
		assertThat(ids(walk.page(next, PAGE).customers())).startsWith(added, contacts.get(PAGE));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 7, 40 })
	void customersWithOneNameOrNoneAreListedOnce(int size) {
		for (int i = 0; i < 20; i++) {
			this.dataverse.contact("Same [Name]%_", this.ada);
			this.dataverse.contact("same [name]%_ ", this.ada);
			this.dataverse.contact(null, this.ada);
		}
		this.dataverse.contact("Aaron", this.ada);
		this.dataverse.contact("Zoe", this.ada);
		List<CrmCustomer> all = Walk.all(this.dataverse.crm()).inPagesOf(size);
		assertThat(ids(all)).hasSize(62).doesNotHaveDuplicates();
		assertThat(all.subList(0, 20)).allMatch((it) -> it.text(PageCursor.ATTRIBUTE) == null);
		assertThat(all.get(61).name()).isEqualTo("Zoe");
	}

	@Test
	void nextPageIsOneCallAlsoAmongCustomersWithOneName() {
		sameName("Same Name", 30);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, PAGE).next();
		this.dataverse.server().forgetRequests();
		for (int pages = 1; pages < 6; pages++) {
			next = walk.page(next, PAGE).next();
		}
		assertThat(next).isNull();
		assertThat(this.dataverse.requests("contacts")).hasSize(5);
	}

	@Test
	void customerWithTheNameOfManyMayBeDeletedBetweenPages() {
		List<String> all = new ArrayList<>(sameName("Same Name", 20));
		String zoe = this.dataverse.contact("Zoe", this.ada);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, PAGE).next();
		this.dataverse.tables().delete("contact", all.get(PAGE - 1));
		this.dataverse.tables().delete("contact", all.get(0));
		List<String> rest = new ArrayList<>(all.subList(PAGE, 20));
		rest.add(zoe);
		assertThat(ids(walk.page(next, 30).customers())).isEqualTo(rest);
	}

	@Test
	void manyCustomersOfOneNameAreReadByTheLinksOfDataverse() {
		List<String> all = sameName("Same Name", 1_010);
		CrmCustomer last = this.dataverse.crm().byId(id(all.get(1_003)), Walk.soon()).orElseThrow();
		DataverseCrm crm = this.dataverse.crm();
		this.dataverse.server().forgetRequests();
		CrmPage page = crm.list(Audience.EVERYONE, "", crm.cursorAfter(last), 4, Walk.soon());
		assertThat(ids(page.customers())).isEqualTo(all.subList(1_004, 1_008));
		List<CrmRequest> requests = this.dataverse.requests("contacts");
		assertThat(requests).hasSize(3);
		String first = requests.get(1).query();
		assertThat(requests.get(2).query()).startsWith(first + "&$skiptoken=%3Ccookie%20pagenumber%3D%22");
		assertThat(requests).extracting((it) -> it.header("Prefer").replaceAll(",.*", ""))
			.containsExactly("odata.maxpagesize=6", "odata.maxpagesize=1000", "odata.maxpagesize=1000");
	}

	@Test
	void linkToAnotherServerIsNotFollowed() {
		List<String> contacts = contacts(3);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, 1).next();
		this.dataverse.tables().delete("contact", contacts.get(0));
		CrmReply elsewhere = CrmReply.json(200, Map.of("value", List.of(), "@odata.nextLink",
				"http://localhost:1/api/data/v9.2/contacts?$skiptoken=1"));
		this.dataverse.server().faults().answer((request) -> request.query().contains("%20le%20"), 1, elsewhere);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> walk.page(next, 1));
	}

	@Test
	void endlessLinksOfOneNameAreAnError() {
		List<String> contacts = contacts(3);
		Walk walk = Walk.all(this.dataverse.crm());
		String next = walk.page(null, 1).next();
		this.dataverse.tables().delete("contact", contacts.get(0));
		CrmReply again = CrmReply.json(200, Map.of("value", List.of(), "@odata.nextLink",
				this.dataverse.server().url() + "/api/data/v9.2/contacts?$skiptoken=1"));
		this.dataverse.server()
			.faults()
			.answer((request) -> request.query().contains("%20le%20") || request.query().contains("skiptoken"), 100,
					again);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> walk.page(next, 1))
			.withMessageStartingWith("More than 5,000 customers in Dataverse have the same name");
	}

	@Test
	void pageThatDataverseCutsShortContinues() {
		List<String> contacts = contacts(20);
		Walk walk = Walk.all(this.dataverse.crm());
		this.dataverse.server()
			.faults()
			.answer((request) -> request.path().endsWith("/contacts"), 1,
					CrmReply.json(200,
							Map.of("value",
									List.of(Map.of("contactid", contacts.get(0), "fullname", "Customer 00",
											"_ownerid_value", this.ada)),
									"@odata.nextLink",
									this.dataverse.server().url() + "/api/data/v9.2/contacts?$skiptoken=1")));
		CrmPage page = walk.page(null, PAGE);
		assertThat(ids(page.customers())).containsExactly(contacts.get(0));
		assertThat(ids(walk.page(page.next(), PAGE).customers())).isEqualTo(contacts.subList(1, PAGE + 1));
	}

	@Test
	void cursorHasNothingButTheIdAndTheNameOfTheLastCustomer() {
		List<String> contacts = contacts(2);
		assertThat(Walk.all(this.dataverse.crm()).page(null, 1).next()).isEqualTo(contacts.get(0) + ":1:Customer 00");
	}

	/** Pages through the list, with a change after each page. */
	private List<String> walk(Runnable change) {
		Walk walk = Walk.all(this.dataverse.crm());
		List<String> seen = new ArrayList<>();
		CrmPage page = walk.page(null, PAGE);
		while (page.more()) {
			seen.addAll(ids(page.customers()));
			change.run();
			page = walk.page(page.next(), PAGE);
		}
		seen.addAll(ids(page.customers()));
		return seen;
	}

}
