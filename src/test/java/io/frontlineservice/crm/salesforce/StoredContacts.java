package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.ChannelType;
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

/**
 * The contacts of a pretend Salesforce that are the customers of a test. A second field
 * for owners lets a contact have two.
 */
final class StoredContacts implements AutoCloseable {

	private final TestSalesforce salesforce = new TestSalesforce();

	/** The ids in Salesforce by those of the tests: the same in each CRM. */
	private final Map<String, String> ids = new HashMap<>();

	private final Map<WorkerIdentity, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private final String formerEmployee;

	/** Opened by the first test. */
	private @Nullable SalesforceApi api;

	private List<CrmCustomer> stored = List.of();

	StoredContacts() {
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

	TestSalesforce salesforce() {
		return this.salesforce;
	}

	/** Stores these customers, and no others. */
	SalesforceCrm crm(List<CrmCustomer> customers) {
		if (!this.stored.equals(customers)) {
			this.salesforce.org().deleteAll("Contact");
			customers.forEach(this::store);
			this.stored = customers;
		}
		if (this.api == null) {
			this.api = this.salesforce.api();
		}
		return this.salesforce.crm(this.api, Ticker.systemTicker());
	}

	/** Returns the adapter with the ids of the tests. */
	CrmAdapter renumbered(CrmAdapter crm) {
		return new RenumberedCrm(crm, this.ids);
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

	@Override
	public void close() {
		this.salesforce.close();
	}

}
