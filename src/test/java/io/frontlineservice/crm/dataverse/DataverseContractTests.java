package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.AwkwardCustomers;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dataverse keeps the promises of the port, over HTTP, also for customers that are easy
 * to get wrong.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DataverseContractTests extends CrmAdapterContract {

	private static final List<CrmCustomer> AWKWARD = AwkwardCustomers.all();

	private final StoredContacts contacts = new StoredContacts();

	@AfterAll
	void close() {
		this.contacts.close();
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return this.contacts.renumbered(this.contacts.crm(customers));
	}

	@Test
	void allCapabilitiesOfARemoteCrmAreDeclared() {
		assertThat(adapterOf(List.of()).capabilities()).containsExactlyInAnyOrder(CrmCapability.ALPHABETICAL_ORDER,
				CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP, CrmCapability.PAGING_AFTER_CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 97, 2_000 })
	void pagesHaveEachAwkwardCustomerOnce(int size) {
		assertThat(Walk.all(adapterOf(AWKWARD)).idsInPagesOf(size)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(ids(AWKWARD));
		List<CrmCustomer> visible = AWKWARD.stream().filter(audience(ADA)::maySee).toList();
		assertThat(new Walk(adapterOf(AWKWARD), audience(ADA), "").idsInPagesOf(size)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(ids(visible));
	}

	@Test
	void pageContinuesAfterEachAwkwardCustomer() {
		Walk walk = Walk.all(adapterOf(AWKWARD));
		List<CrmCustomer> all = walk.inPagesOf(2_000);
		for (int i = 0; i < all.size() - 1; i += 13) {
			CrmCustomer found = walk.adapter().byId(all.get(i).id(), Walk.soon()).orElseThrow();
			assertThat(walk.page(walk.adapter().cursorAfter(found), 1).customers()).containsExactly(all.get(i + 1));
		}
	}

	@Test
	void awkwardCustomerIsFoundByItsIdAsItWas() {
		CrmAdapter adapter = adapterOf(AWKWARD);
		for (CrmCustomer wanted : AWKWARD.subList(0, 120)) {
			CrmCustomer found = adapter.byId(wanted.id(), Walk.soon()).orElseThrow();
			assertThat(found.name()).isEqualTo(wanted.name());
			assertThat(found.owners()).isEqualTo(wanted.owners());
			assertThat(found.company()).isEqualTo(wanted.company());
			assertThat(found.emails()).isEqualTo(wanted.emails());
		}
	}

	@Test
	void awkwardCustomersAreFoundByTheirNumbers() {
		CrmAdapter adapter = adapterOf(AWKWARD);
		for (CrmCustomer customer : AWKWARD.subList(300, 360)) {
			for (Channel channel : customer.channels()) {
				Address address = channel.toAddress();
				List<String> expected = ids(AWKWARD.stream().filter((it) -> has(it, address)).toList());
				assertThat(ids(adapter.byAddress(address, Walk.soon()))).containsExactlyInAnyOrderElementsOf(expected);
			}
		}
	}

	private static boolean has(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((it) -> it.toAddress().reachesSameAs(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "100% sa", "under_s", "back\\sl", "o'brien_4", "a'; drop", "(415) 555-0013", "łódź" })
	void searchFindsWhatIsTyped(String search) {
		assertThat(new Walk(adapterOf(AWKWARD), Audience.EVERYONE, search).ids()).isNotEmpty().hasSizeLessThan(300);
	}

}
