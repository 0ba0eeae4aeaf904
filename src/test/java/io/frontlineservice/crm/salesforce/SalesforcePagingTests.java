package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list is complete while customers change between its pages. */
class SalesforcePagingTests {

	private static final int PAGE = 5;

	private final TestSalesforce salesforce = new TestSalesforce();

	private final String ada = this.salesforce.user("ada@example.com");

	private final List<String> contacts = new ArrayList<>();

	@BeforeEach
	void createContacts() {
		for (int i = 0; i < 20; i++) {
			this.contacts.add(this.salesforce.contact("Customer %02d".formatted(i), this.ada));
		}
	}

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void customersThatAreAddedBeforeThePlaceShiftNothing() {
		assertThat(walk(() -> this.salesforce.contact("A new one", this.ada))).isEqualTo(this.contacts);
	}

	@Test
	void customersThatAreDeletedBeforeThePlaceSkipNothing() {
		List<String> deleted = new ArrayList<>(this.contacts);
		assertThat(walk(() -> this.salesforce.org().delete(deleted.remove(0)))).isEqualTo(this.contacts);
	}

	@Test
	void lastCustomerOfAPageMayBeDeletedOrRenamed() {
		Walk walk = Walk.all(this.salesforce.crm());
		String next = walk.page(null, PAGE).next();
		this.salesforce.org().delete(this.contacts.get(PAGE - 1));
		CrmPage second = walk.page(next, PAGE);
		assertThat(ids(second.customers())).isEqualTo(this.contacts.subList(PAGE, 2 * PAGE));
		this.salesforce.org().update(this.contacts.get(2 * PAGE - 1), Map.of("LastName", "Aaron"));
		assertThat(ids(walk.page(second.next(), PAGE).customers()))
			.isEqualTo(this.contacts.subList(2 * PAGE, 3 * PAGE));
	}

	@Test
	void customerThatIsAddedAfterThePlaceIsListed() {
		Walk walk = Walk.all(this.salesforce.crm());
		String next = walk.page(null, PAGE).next();
		String added = this.salesforce.contact("Customer 04a", this.ada);
		assertThat(ids(walk.page(next, PAGE).customers())).startsWith(added, this.contacts.get(PAGE));
	}

	@Test
	void pageThatSalesforceCutsShortContinues() {
		Walk walk = Walk.all(this.salesforce.crm());
		String first = this.contacts.get(0);
		this.salesforce.server()
			.faults()
			.answer((request) -> request.query().contains("Contact"), 1,
					CrmReply.json(200,
							Map.of("totalSize", 6, "done", false, "nextRecordsUrl", "/services/data/v67.0/query/01g-1",
									"records",
									List.of(Map.of("Id", first, "Name", "Customer 00", "OwnerId", this.ada)))));
		CrmPage page = walk.page(null, PAGE);
		assertThat(ids(page.customers())).containsExactly(first);
		assertThat(ids(walk.page(page.next(), PAGE).customers())).isEqualTo(this.contacts.subList(1, PAGE + 1));
	}

	@Test
	void pageThatRepeatsTheCustomerBeforeItIsRefused() {
		Walk walk = Walk.all(this.salesforce.crm());
		String next = walk.page(null, 1).next();
		this.salesforce.server()
			.faults()
			.answer((request) -> request.query().contains("Contact"), 1,
					CrmReply.json(200, Map.of("done", true, "records",
							List.of(Map.of("Id", this.contacts.get(0), "Name", "Customer 00", "OwnerId", this.ada)))));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> walk.page(next, PAGE));
	}

	/** Pages through the list, with a change after each page. */
	private List<String> walk(Runnable change) {
		Walk walk = Walk.all(this.salesforce.crm());
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
