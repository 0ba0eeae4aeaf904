package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pretend HubSpot with the customers of the sandbox. Started by {@link SandboxCrm}. */
final class HubSpotSample {

	private static final String PREFIX = "frontline.crm.hubspot.";

	private static final String SECOND_OWNER = "second_owner";

	private static final String CHAT = "chat_identity";

	private static final String ABOUT = "about";

	private static final List<String> ATTRIBUTES = List.of("tier", "city", "vehicles");

	private HubSpotSample() {
	}

	/** Starts it on any free port, with HubSpot's rate limits. */
	static PretendAccount start() {
		PretendHubSpot account = PretendHubSpot.start(0);
		ATTRIBUTES.forEach(account.contacts()::define);
		List.of(SECOND_OWNER, CHAT, ABOUT).forEach(account.contacts()::define);
		for (SampleCustomer customer : SampleCustomer.all()) {
			account.contacts().put(id(customer), properties(customer, account));
		}
		return new PretendAccount(account.server(), settings(account));
	}

	private static long id(SampleCustomer customer) {
		return Long.parseLong(customer.customerId().replaceAll("\\D", ""));
	}

	private static Map<String, String> properties(SampleCustomer customer, PretendHubSpot account) {
		Map<String, String> values = new HashMap<>();
		put(values, "firstname", customer.firstName());
		put(values, "lastname", customer.lastName());
		put(values, "company", customer.company());
		put(values, "email", customer.email());
		put(values, "hs_language", customer.language());
		put(values, "mobilephone", customer.channel("sms"));
		put(values, "hs_whatsapp_phone_number", customer.channel("whatsapp"));
		put(values, CHAT, customer.channel("chat"));
		put(values, ABOUT, customer.about());
		ATTRIBUTES.forEach((name) -> put(values, name, customer.attribute(name)));
		List<String> owners = customer.owners();
		for (int i = 0; i < owners.size(); i++) {
			put(values, (i == 0) ? "hubspot_owner_id" : SECOND_OWNER,
					String.valueOf(account.owners().idOf(owners.get(i))));
		}
		return values;
	}

	private static void put(Map<String, String> values, String property, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			values.put(property, value);
		}
	}

	private static Map<String, Object> settings(PretendHubSpot account) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(PREFIX + "url", account.server().url().toString());
		settings.put(PREFIX + "access-token", PretendHubSpot.ACCESS_TOKEN);
		settings.put(PREFIX + "shared-owners", SampleCustomer.SHARED_OWNER);
		settings.put(PREFIX + "fields.worker", "hubspot_owner_id," + SECOND_OWNER);
		settings.put(PREFIX + "fields.chat", CHAT);
		settings.put(PREFIX + "fields.details", ABOUT);
		ATTRIBUTES.forEach((name) -> settings.put(PREFIX + "fields.attributes." + name, name));
		return settings;
	}

}
