package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Pipedrive with the customers of the sandbox. Started by {@link SandboxCrm}.
 */
final class PipedriveSample {

	private static final String PREFIX = "frontline.crm.pipedrive.";

	private static final String SECOND_OWNER = key(1);

	private static final String WHATSAPP = key(2);

	private static final String CHAT = key(3);

	private static final String LANGUAGE = key(4);

	private static final String ABOUT = key(5);

	/** The custom fields of the attributes for templates. */
	private static final Map<String, String> ATTRIBUTES = Map.of("tier", key(6), "city", key(7), "vehicles", key(8));

	private PipedriveSample() {
	}

	/** Pipedrive names custom fields by 40 hexadecimal digits. */
	private static String key(int number) {
		return String.format("%040x", number);
	}

	/** Starts it on any free port, with the limits of Pipedrive's cheapest plan. */
	static PretendAccount start() {
		PretendPipedrive pipedrive = PretendPipedrive.start(0);
		pipedrive.account().define(SECOND_OWNER, "user", Map.of());
		List.of(WHATSAPP, CHAT, LANGUAGE, ABOUT).forEach((key) -> pipedrive.account().define(key, "text", Map.of()));
		ATTRIBUTES.values().forEach((key) -> pipedrive.account().define(key, "varchar", Map.of()));
		for (SampleCustomer customer : SampleCustomer.all()) {
			pipedrive.account().put(id(customer), values(customer, pipedrive));
		}
		return new PretendAccount(pipedrive.server(), settings(pipedrive));
	}

	private static long id(SampleCustomer customer) {
		return Long.parseLong(customer.customerId().replaceAll("\\D", ""));
	}

	private static Map<String, Object> values(SampleCustomer customer, PretendPipedrive pipedrive) {
		Map<String, Object> custom = new HashMap<>();
		put(custom, WHATSAPP, customer.channel("whatsapp"));
		put(custom, CHAT, customer.channel("chat"));
		put(custom, LANGUAGE, customer.language());
		put(custom, ABOUT, customer.about());
		ATTRIBUTES.forEach((name, key) -> put(custom, key, customer.attribute(name)));
		Map<String, Object> values = new HashMap<>();
		values.put("name", customer.displayName());
		values.put("emails", entries(customer.email(), "work"));
		values.put("phones", entries(customer.channel("sms"), "mobile"));
		String company = customer.company();
		if (company != null) {
			values.put("org_id", pipedrive.account().organization(company));
		}
		List<String> owners = customer.owners();
		for (int i = 0; i < owners.size(); i++) {
			((i == 0) ? values : custom).put((i == 0) ? "owner_id" : SECOND_OWNER,
					pipedrive.account().user(owners.get(i)));
		}
		values.put("custom_fields", custom);
		return values;
	}

	private static void put(Map<String, Object> values, String name, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			values.put(name, value);
		}
	}

	private static List<Map<String, Object>> entries(@Nullable String value, String label) {
		return (value != null) ? List.of(Map.of("value", value, "label", label, "primary", true)) : List.of();
	}

	private static Map<String, Object> settings(PretendPipedrive pipedrive) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(PREFIX + "url", pipedrive.server().url().toString());
		settings.put(PREFIX + "api-token", PretendPipedrive.API_TOKEN);
		settings.put(PREFIX + "shared-owners", SampleCustomer.SHARED_OWNER);
		settings.put(PREFIX + "fields.worker", "owner_id," + SECOND_OWNER);
		settings.put(PREFIX + "fields.whatsapp", WHATSAPP);
		settings.put(PREFIX + "fields.chat", CHAT);
		settings.put(PREFIX + "fields.language", LANGUAGE);
		settings.put(PREFIX + "fields.details", ABOUT);
		ATTRIBUTES.forEach((name, key) -> settings.put(PREFIX + "fields.attributes." + name, key));
		return settings;
	}

}
