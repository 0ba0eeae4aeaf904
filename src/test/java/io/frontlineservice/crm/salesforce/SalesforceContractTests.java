package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.AwkwardCustomers;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Salesforce keeps the promises of the port, over HTTP, also for customers that are easy
 * to get wrong. A second field for owners lets a contact have two.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesforceContractTests extends CrmAdapterContract {

	private static final List<CrmCustomer> AWKWARD = AwkwardCustomers.all();

	private final TestSalesforce salesforce = new TestSalesforce();

	/** The ids in Salesforce by those of the tests: the same in each CRM. */
	private final Map<String, String> ids = new HashMap<>();

	private final Map<WorkerIdentity, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private final String formerEmployee;

	private final SalesforceApi api;

	private List<CrmCustomer> stored = List.of();

	SalesforceContractTests() {
		this.salesforce.org().addFields("Contact", "WhatsApp__c", "Chat__c");
		this.salesforce.org().addReference("Contact", "Second_Owner__c");
		this.salesforce.set("fields.whatsapp", "WhatsApp__c")
			.set("fields.chat", "Chat__c")
			.set("fields.worker", "OwnerId,Second_Owner__c")
			.set("shared-owners", "shared@example.com");
		this.users.put(CrmCustomer.EVERYONE, this.salesforce.user("shared@example.com"));
		this.formerEmployee = this.salesforce.org()
			.insert("User", Map.of("LastName", "Former", "Username", "former@example.com", "IsActive", false));
		this.api = this.salesforce.api();
	}

	@AfterAll
	void close() {
		this.salesforce.close();
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		if (!this.stored.equals(customers)) {
			this.salesforce.org().deleteAll("Contact");
			customers.forEach(this::store);
			this.stored = customers;
		}
		return new RenumberedCrm(this.salesforce.crm(this.api, Ticker.systemTicker()), this.ids);
	}

	private void store(CrmCustomer customer) {
		List<String> owners = new ArrayList<>(customer.owners().stream().map(this::user).toList());
		owners.add(this.formerEmployee);
		Map<String, Object> fields = new HashMap<>();
		fields.put("Id",
				this.ids.computeIfAbsent(customer.id().value(), (id) -> this.salesforce.org().newId("Contact")));
		fields.put("Second_Owner__c", (owners.size() > 2) ? owners.get(1) : null);
		fields.put("AccountId", (customer.company() != null) ? account(customer.company()) : null);
		fields.put("Email", customer.emails().stream().findFirst().orElse(null));
		for (Channel channel : customer.channels()) {
			fields.put(field(channel.type()), channel.value());
		}
		this.salesforce.contact(customer.name(), owners.get(0), fields);
	}

	private static String field(ChannelType type) {
		return switch (type) {
			case WHATSAPP -> "WhatsApp__c";
			case CHAT -> "Chat__c";
			default -> "MobilePhone";
		};
	}

	private String user(WorkerIdentity identity) {
		return this.users.computeIfAbsent(identity, (it) -> this.salesforce.user(it.written()));
	}

	private String account(String name) {
		return this.accounts.computeIfAbsent(name, (it) -> this.salesforce.org().insert("Account", Map.of("Name", it)));
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
