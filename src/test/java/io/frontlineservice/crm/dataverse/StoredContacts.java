package io.frontlineservice.crm.dataverse;

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
 * The contacts of a pretend Dataverse that are the customers of a test. A second lookup
 * to users lets a contact have two owners.
 */
final class StoredContacts implements AutoCloseable {

	private static final String SECOND_OWNER = "_new_secondowner_value";

	private final TestDataverse dataverse = new TestDataverse();

	/** The ids in Dataverse by those of the tests: the same in each CRM. */
	private final Map<String, String> ids = new HashMap<>();

	private final Map<WorkerIdentity, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private final String formerEmployee;

	/** Opened by the first test. */
	private @Nullable DataverseApi api;

	private List<CrmCustomer> stored = List.of();

	StoredContacts() {
		this.dataverse.tables().addColumns("contact", "new_whatsapp", "new_chat");
		this.dataverse.tables().addUserLookup("contact", "new_secondowner");
		this.dataverse.set("fields.whatsapp", "new_whatsapp")
			.set("fields.chat", "new_chat")
			.set("fields.worker", "_ownerid_value," + SECOND_OWNER)
			.set("shared-owners", "shared@example.com");
		this.users.put(CrmCustomer.EVERYONE, this.dataverse.user("shared@example.com"));
		this.formerEmployee = this.dataverse.user("former@example.com");
		this.dataverse.tables().update("systemuser", this.formerEmployee, Map.of("isdisabled", true));
	}

	TestDataverse dataverse() {
		return this.dataverse;
	}

	/** Stores these customers, and no others. */
	DataverseCrm crm(List<CrmCustomer> customers) {
		if (!this.stored.equals(customers)) {
			this.dataverse.tables().deleteAll("contact");
			customers.forEach(this::store);
			this.stored = customers;
		}
		if (this.api == null) {
			this.api = this.dataverse.api();
		}
		return this.dataverse.crm(this.api, Ticker.systemTicker());
	}

	/** Returns the adapter with the ids of the tests. */
	CrmAdapter renumbered(CrmAdapter crm) {
		return new RenumberedCrm(crm, this.ids);
	}

	private void store(CrmCustomer customer) {
		List<String> owners = new ArrayList<>(customer.owners().stream().map(this::user).toList());
		owners.add(this.formerEmployee);
		Map<String, Object> values = new HashMap<>();
		values.put("contactid",
				this.ids.computeIfAbsent(customer.id().value(), (id) -> this.dataverse.tables().newId()));
		if (owners.size() > 2) {
			values.put(SECOND_OWNER, owners.get(1));
		}
		if (customer.company() != null) {
			values.put("_parentcustomerid_value", this.accounts.computeIfAbsent(customer.company(),
					(name) -> this.dataverse.tables().insert("account", Map.of("name", name))));
		}
		customer.emails().stream().findFirst().ifPresent((email) -> values.put("emailaddress1", email));
		for (Channel channel : customer.channels()) {
			values.put(column(channel.type()), channel.value());
		}
		this.dataverse.contact(customer.name(), owners.get(0), values);
	}

	private static String column(ChannelType type) {
		return switch (type) {
			case WHATSAPP -> "new_whatsapp";
			case CHAT -> "new_chat";
			default -> "mobilephone";
		};
	}

	private String user(WorkerIdentity identity) {
		return this.users.computeIfAbsent(identity, (it) -> this.dataverse.user(it.written()));
	}

	@Override
	public void close() {
		this.dataverse.close();
	}

}
