package io.frontlineservice.crm.jdbc.own;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers in own tables have beyond the contract of all CRMs, on any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OwnTablesContract extends CrmAdapterContract {

	private static final List<CrmCustomer> AWKWARD = AwkwardCustomers.all();

	private static final AddressReader ADDRESSES = new AddressReader(null);

	private ContactTables contacts;

	/** Creates the tables in a new database. */
	abstract ContactTables create();

	@BeforeAll
	void createOnce() {
		this.contacts = create();
	}

	@AfterAll
	void close() throws Exception {
		if (this.contacts != null) {
			this.contacts.close();
		}
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return this.contacts.with(customers);
	}

	@Test
	void allCapabilitiesAreDeclared() {
		assertThat(adapterOf(List.of()).capabilities()).containsExactlyInAnyOrder(CrmCapability.ALPHABETICAL_ORDER,
				CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP, CrmCapability.PAGING_AFTER_CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 97 })
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
				Address address = ADDRESSES.read(channel.type(), channel.value()).address();
				if (address != null) {
					List<String> expected = ids(AWKWARD.stream().filter((it) -> has(it, address)).toList());
					assertThat(ids(adapter.byAddress(address, Walk.soon())))
						.containsExactlyInAnyOrderElementsOf(expected);
				}
			}
		}
	}

	private static boolean has(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((it) -> it.toAddress().reachesSameAs(address));
	}

	@ParameterizedTest
	@ValueSource(strings = { "100% sa", "under_s", "back\\sl", "o'brien_4", "a'; drop", "(415) 555-0013" })
	void searchFindsWhatIsTyped(String search) {
		assertThat(new Walk(adapterOf(AWKWARD), Audience.EVERYONE, search).ids()).isNotEmpty().hasSizeLessThan(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "a\u0000b", "\uD83D", "hill\uDC00" })
	void searchForWhatNoDatabaseStoresIsAnswered(String search) {
		assertThat(new Walk(adapterOf(AWKWARD), Audience.EVERYONE, search).ids()).hasSizeLessThan(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\uD83D" })
	void idOrIdentityThatNoDatabaseStoresFindsNoCustomer(String text) {
		CrmAdapter adapter = adapterOf(AWKWARD);
		assertThat(adapter.byId(id(text), Walk.soon())).isEmpty();
		assertThat(adapter.byAddress(Address.ofIdentity(text), Walk.soon())).isEmpty();
		assertThat(new Walk(adapter, audience(text), "").ids()).isNotEmpty();
	}

	@Test
	void pageTokenOfAnotherAdapterIsTheEndOfTheList() {
		List<CrmCustomer> customers = List.of(customer("1", "Nora Lind"), customer("2", "Zoe Marsh"));
		for (String cursor : List.of("Nora Lind\n1", "99:Nora", "4:Nora\u0000", "-1:", "1", ":")) {
			assertThat(Walk.all(adapterOf(customers)).page(cursor, 5).customers()).as(cursor).isEmpty();
		}
	}

}
