package io.frontlineservice.crm.pipedrive;

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
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A pretend Pipedrive without rate limits, and adapters for it. */
final class TestPipedrive implements AutoCloseable {

	static final String SECOND_OWNER = "5ec0000000000000000000000000000000000001";

	static final String WHATSAPP = "a900000000000000000000000000000000000002";

	static final String CHAT = "c4a7000000000000000000000000000000000003";

	/** The persons of this user belong to every worker. */
	static final String SHARED = "info@example.com";

	/** This user is deactivated. */
	static final String LEFT = "left@example.com";

	/** With the fields that Pipedrive does not have by itself. */
	static final FieldMapping FIELDS = FieldMapping.of(Map.of(CustomerField.WORKER, List.of("owner_id", SECOND_OWNER),
			CustomerField.WHATSAPP, List.of(WHATSAPP), CustomerField.CHAT, List.of(CHAT)));

	private static final int NO_LIMIT = 5_000;

	private static final long FIRST_ID = 1_001;

	private final PretendPipedrive pipedrive = PretendPipedrive.start(0);

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final CrmApi connection;

	TestPipedrive() {
		this.pipedrive.limits(NO_LIMIT, NO_LIMIT);
		this.pipedrive.tokensLeft(Long.MAX_VALUE);
		this.pipedrive.account().define(SECOND_OWNER, "user", Map.of());
		this.pipedrive.account().define(WHATSAPP, "phone", Map.of());
		this.pipedrive.account().define(CHAT, "varchar", Map.of());
		this.pipedrive.account().deactivate(LEFT);
		this.connection = PipedriveApi.connect(settings(FIELDS), this.meters);
	}

	PretendPipedrive pipedrive() {
		return this.pipedrive;
	}

	PipedriveSettings settings(FieldMapping fields) {
		return settings(fields, WithoutOwner.NOBODY);
	}

	PipedriveSettings settings(FieldMapping fields, WithoutOwner withoutOwner) {
		return new PipedriveSettings(Secret.of(PretendPipedrive.API_TOKEN),
				ApiUrl.of(this.pipedrive.server().url().toString()), List.of(SHARED), withoutOwner, fields, NO_LIMIT,
				NO_LIMIT);
	}

	/** Returns an adapter with the default fields. */
	PipedriveCrm crm() {
		return crm(settings(FieldMapping.NONE));
	}

	PipedriveCrm crm(PipedriveSettings settings) {
		return new PipedriveCrm(new PipedriveApi(this.connection, settings), settings, new AddressReader("US"));
	}

	/** Adds a person with an owner. */
	void add(long id, String name, String owner) {
		this.pipedrive.account().put(id, Map.of("name", name, "owner_id", user(owner)));
	}

	/** Adds a person with an owner and numbers. */
	void add(long id, String name, String owner, String... phones) {
		this.pipedrive.account()
			.put(id, Map.of("name", name, "owner_id", user(owner), "phones",
					List.of(phones).stream().map((phone) -> phone(phone, "work")).toList()));
	}

	static Map<String, Object> phone(String value, String label) {
		return Map.of("value", value, "label", label, "primary", false);
	}

	long user(String email) {
		return this.pipedrive.account().user(email);
	}

	/** Adds customers; returns the ids of their persons by the ids of the customers. */
	Map<String, String> add(List<CrmCustomer> customers) {
		user(SHARED);
		Map<String, String> ids = new HashMap<>();
		for (CrmCustomer customer : customers) {
			long id = FIRST_ID + ids.size();
			this.pipedrive.account().put(id, values(customer));
			ids.put(customer.id().value(), String.valueOf(id));
		}
		return ids;
	}

	private Map<String, Object> values(CrmCustomer customer) {
		Map<String, Object> custom = new HashMap<>();
		Map<String, Object> values = new HashMap<>();
		values.put("name", customer.name());
		values.put("custom_fields", custom);
		if (customer.company() != null) {
			values.put("org_id", this.pipedrive.account().organization(customer.company()));
		}
		values.put("emails", customer.emails().stream().map((it) -> Map.of("value", it, "primary", true)).toList());
		for (WorkerIdentity owner : customer.owners()) {
			long user = user(owner.equals(CrmCustomer.EVERYONE) ? SHARED : owner.written());
			(values.containsKey("owner_id") ? custom : values)
				.put(values.containsKey("owner_id") ? SECOND_OWNER : "owner_id", user);
		}
		values.putIfAbsent("owner_id", user(LEFT));
		for (Channel channel : customer.channels()) {
			String text = text(channel.toAddress());
			switch (channel.type()) {
				case WHATSAPP -> custom.put(WHATSAPP, text);
				case CHAT -> custom.put(CHAT, text);
				default -> values.put("phones", List.of(phone(text, (text.length() % 2 == 0) ? "mobile" : "work")));
			}
		}
		return values;
	}

	private static String text(Address address) {
		return (address.number() != null && address.channel() != ChannelType.CHAT) ? address.number() : address.value();
	}

	/** Returns the requests since the last call of this. */
	List<CrmRequest> requests() {
		List<CrmRequest> requests = this.pipedrive.server().requests();
		this.pipedrive.server().forgetRequests();
		return requests;
	}

	/** Returns path and query of the requests since the last call. */
	List<String> urls() {
		return requests().stream()
			.map((it) -> it.query().isEmpty() ? it.path() : it.path() + "?" + it.query())
			.toList();
	}

	@Override
	public void close() {
		this.connection.close();
		this.pipedrive.close();
	}

}
