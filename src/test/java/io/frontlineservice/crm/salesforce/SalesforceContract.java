package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.ids;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of the port with contacts in a pretend Salesforce. A second field for
 * owners lets a contact have two.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SalesforceContract extends CrmAdapterContract {

	final TestSalesforce salesforce = new TestSalesforce();

	/** The ids in Salesforce by those of the tests: the same in each CRM. */
	private final Map<String, String> ids = new HashMap<>();

	private final Map<WorkerIdentity, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private final String formerEmployee;

	/** Opened by the first test. */
	private @Nullable SalesforceApi api;

	private List<CrmCustomer> stored = List.of();

	SalesforceContract() {
		this.salesforce.org().addFields("Contact", "WhatsApp__c", "Chat__c");
		this.salesforce.org().addReference("Contact", "Second_Owner__c");
		this.salesforce.set("fields.whatsapp", "WhatsApp__c")
			.set("fields.chat", "Chat__c")
			.set("fields.worker", "OwnerId,Second_Owner__c")
			.set("shared-owners", "shared@example.com");
		this.users.put(CrmCustomer.EVERYONE, this.salesforce.user("shared@example.com"));
		this.formerEmployee = this.salesforce.org()
			.insert("User", Map.of("LastName", "Former", "Username", "former@example.com", "IsActive", false));
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
		if (this.api == null) {
			this.api = this.salesforce.api();
		}
		return new RenumberedCrm(called(this.salesforce.crm(this.api, Ticker.systemTicker())), this.ids);
	}

	/** Returns the adapter that the tests call. */
	abstract CrmAdapter called(SalesforceCrm crm);

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

}
