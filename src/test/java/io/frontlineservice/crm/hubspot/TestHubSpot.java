package io.frontlineservice.crm.hubspot;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A pretend HubSpot without rate limits, and adapters for it. */
final class TestHubSpot implements AutoCloseable {

	static final String SECOND_OWNER = "second_owner";

	static final String CHAT = "frontline_identity";

	/** The contacts of this owner belong to every worker. */
	static final String SHARED = "info@example.com";

	/** The properties that HubSpot does not have by itself. */
	static final FieldMapping FIELDS = FieldMapping
		.of(Map.of(CustomerField.WORKER, List.of("hubspot_owner_id", SECOND_OWNER), CustomerField.CHAT, List.of(CHAT)));

	private static final int NO_LIMIT = 5_000;

	private static final long FIRST_ID = 1_001;

	private final PretendHubSpot account = PretendHubSpot.start(0);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final CrmApi connection;

	TestHubSpot() {
		this.account.limits(NO_LIMIT, NO_LIMIT);
		this.account.contacts().define(SECOND_OWNER);
		this.account.contacts().define(CHAT);
		this.connection = HubSpotApi.connect(settings(FIELDS, WithoutOwner.NOBODY), this.meters);
	}

	PretendHubSpot account() {
		return this.account;
	}

	HubSpotSettings settings(FieldMapping fields, WithoutOwner withoutOwner) {
		return settings(fields, withoutOwner, List.of(SHARED));
	}

	HubSpotSettings settings(FieldMapping fields, WithoutOwner withoutOwner, List<String> sharedOwners) {
		return new HubSpotSettings(Secret.of(PretendHubSpot.ACCESS_TOKEN),
				ApiUrl.of(this.account.server().url().toString()), "4711", "lastname", sharedOwners, withoutOwner,
				fields, NO_LIMIT, NO_LIMIT);
	}

	HubSpotCrm crm() {
		return crm(settings(FIELDS, WithoutOwner.NOBODY));
	}

	HubSpotCrm crm(HubSpotSettings settings) {
		return new HubSpotCrm(new HubSpotApi(this.connection), settings, new AddressReader("US"));
	}

	/** Adds a contact with an owner. */
	void add(long id, String firstName, String lastName, String owner) {
		this.account.contacts()
			.put(id, Map.of("firstname", firstName, "lastname", lastName, "hubspot_owner_id", idOf(owner)));
	}

	String idOf(String owner) {
		return String.valueOf(this.account.owners().idOf(owner));
	}

	/** Adds customers; returns the ids of their contacts by the ids of the customers. */
	Map<String, String> add(List<CrmCustomer> customers) {
		this.account.owners().idOf(SHARED);
		Map<String, String> ids = new HashMap<>();
		for (CrmCustomer customer : customers) {
			long id = FIRST_ID + ids.size();
			this.account.contacts().put(id, properties(customer));
			ids.put(customer.id().value(), String.valueOf(id));
		}
		return ids;
	}

	private Map<String, String> properties(CrmCustomer customer) {
		Map<String, String> values = new HashMap<>();
		int blank = customer.name().lastIndexOf(' ');
		values.put("lastname", customer.name().substring(blank + 1));
		if (blank > 0) {
			values.put("firstname", customer.name().substring(0, blank));
		}
		if (customer.company() != null) {
			values.put("company", customer.company());
		}
		if (!customer.emails().isEmpty()) {
			values.put("email", customer.emails().get(0));
		}
		for (WorkerIdentity owner : customer.owners()) {
			String property = values.containsKey("hubspot_owner_id") ? SECOND_OWNER : "hubspot_owner_id";
			values.put(property, idOf(owner.equals(CrmCustomer.EVERYONE) ? SHARED : owner.written()));
		}
		for (Channel channel : customer.channels()) {
			values.put(property(channel.type(), customer), value(channel.toAddress()));
		}
		return values;
	}

	/** Numbers for SMS are in either of two properties. */
	private static String property(ChannelType type, CrmCustomer customer) {
		return switch (type) {
			case WHATSAPP -> "hs_whatsapp_phone_number";
			case CHAT -> CHAT;
			default -> (customer.name().length() % 2 == 0) ? "phone" : "mobilephone";
		};
	}

	private static String value(Address address) {
		return (address.number() != null) ? address.number() : address.value();
	}

	/** Returns the requests since the last call of this. */
	List<CrmRequest> requests() {
		List<CrmRequest> requests = this.account.server().requests();
		this.account.server().forgetRequests();
		return requests;
	}

	/** Returns the searches since the last call. */
	List<JsonNode> searches() {
		return requests().stream()
			.filter((request) -> request.path().endsWith("/search"))
			.map(CrmRequest::json)
			.toList();
	}

	@Override
	public void close() {
		this.connection.close();
		this.account.close();
	}

}
