package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.ApiUrl;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.airtable.FieldType;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A pretend Airtable without a rate limit, and adapters for it. */
final class TestAirtable implements AutoCloseable {

	/** The customers of this owner belong to every worker. */
	static final String SHARED = "info@example.com";

	/** One of the names must be escaped in a formula. */
	static final FieldMapping FIELDS = FieldMapping
		.of(Map.of(CustomerField.COMPANY, List.of("Company"), CustomerField.WHATSAPP, List.of("WhatsApp"),
				CustomerField.CHAT, List.of("Chat id}"), CustomerField.AVATAR, List.of("Photo")));

	private static final int NO_LIMIT = 5_000;

	private final PretendAirtable base = PretendAirtable.start(0);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final CrmApi connection;

	/** The numbers of the records by the ids of the customers, which keep theirs. */
	private final Map<String, Long> numbers = new HashMap<>();

	TestAirtable() {
		this.base.limit(NO_LIMIT);
		this.base.table()
			.define("Name", FieldType.TEXT)
			.define("Owner", FieldType.TEXT)
			.define("Phone", FieldType.PHONE)
			.define("Email", FieldType.EMAIL)
			.define("Company", FieldType.TEXT)
			.define("WhatsApp", FieldType.PHONE)
			.define("Chat id}", FieldType.TEXT)
			.define("Photo", FieldType.ATTACHMENTS)
			.define("User", FieldType.USER)
			.define("Users", FieldType.USERS);
		this.connection = AirtableApi.connect(settings(FieldMapping.NONE), this.meters);
	}

	PretendAirtable base() {
		return this.base;
	}

	Table table() {
		return this.base.table();
	}

	AirtableSettings settings(FieldMapping fields) {
		return settings(fields, WithoutOwner.NOBODY, List.of());
	}

	AirtableSettings settings(FieldMapping fields, WithoutOwner withoutOwner, List<String> collaborators) {
		return new AirtableSettings(Secret.of(PretendAirtable.ACCESS_TOKEN), PretendAirtable.BASE_ID,
				PretendAirtable.TABLE_ID, null, ApiUrl.of(this.base.server().url().toString()), List.of(),
				List.of(SHARED), withoutOwner, collaborators, fields, NO_LIMIT);
	}

	AirtableApi api() {
		return new AirtableApi(this.connection, settings(FieldMapping.NONE));
	}

	AirtableCrm crm() {
		return crm(settings(FIELDS));
	}

	AirtableCrm crm(AirtableSettings settings) {
		return new AirtableCrm(new AirtableApi(this.connection, settings), settings, new AddressReader("US"));
	}

	AirtableCopy copy() {
		return new AirtableCopy(api(), settings(FIELDS), new AddressReader("US"));
	}

	/** Answers the next requests for a page that is not the first with this reply. */
	void answerFurtherPages(int times, CrmReply reply) {
		this.base.server().faults().answer((request) -> request.json().has("offset"), times, reply);
	}

	/** Adds a record with an owner. */
	void add(long number, String name, String owner) {
		table().put(number, Map.of("Name", name, "Owner", owner));
	}

	/** Adds customers; returns the ids of their records by the ids of the customers. */
	Map<String, String> add(List<CrmCustomer> customers) {
		Map<String, String> ids = new HashMap<>();
		for (CrmCustomer customer : customers) {
			long number = this.numbers.computeIfAbsent(customer.id().value(), (id) -> 1_001L + this.numbers.size());
			table().put(number, values(customer));
			ids.put(customer.id().value(), Table.id(number));
		}
		return ids;
	}

	private static Map<String, Object> values(CrmCustomer customer) {
		Map<String, Object> values = new HashMap<>();
		values.put("Name", customer.name());
		if (customer.company() != null) {
			values.put("Company", customer.company());
		}
		if (!customer.emails().isEmpty()) {
			values.put("Email", customer.emails().get(0));
		}
		values.put("Owner",
				customer.owners()
					.stream()
					.map((owner) -> owner.equals(CrmCustomer.EVERYONE) ? SHARED : owner.written())
					.collect(Collectors.joining("; ")));
		for (Channel channel : customer.channels()) {
			values.put(switch (channel.type()) {
				case WHATSAPP -> "WhatsApp";
				case CHAT -> "Chat id}";
				default -> "Phone";
			}, value(channel.toAddress()));
		}
		return values;
	}

	private static String value(Address address) {
		return (address.number() != null) ? address.number() : address.value();
	}

	/** Returns the requests since the last call of this. */
	List<CrmRequest> requests() {
		List<CrmRequest> requests = this.base.server().requests();
		this.base.server().forgetRequests();
		return requests;
	}

	/** Returns the bodies of the requests since the last call. */
	List<JsonNode> queries() {
		return requests().stream().map(CrmRequest::json).toList();
	}

	@Override
	public void close() {
		this.connection.close();
		this.base.close();
	}

}
