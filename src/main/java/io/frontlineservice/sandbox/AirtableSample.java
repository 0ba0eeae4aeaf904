package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.airtable.FieldType;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Airtable with the customers of the sandbox. Started by {@link SandboxCrm}.
 */
final class AirtableSample {

	private static final String PREFIX = "frontline.crm.airtable.";

	private static final Map<String, FieldType> FIELDS = Map.of("Name", FieldType.TEXT, "Owner", FieldType.TEXT,
			"Phone", FieldType.PHONE, "WhatsApp", FieldType.PHONE, "Chat", FieldType.TEXT, "Email", FieldType.EMAIL,
			"Company", FieldType.TEXT, "Language", FieldType.TEXT, "About", FieldType.LONG_TEXT);

	/** Also the names of their fields. */
	private static final List<String> ATTRIBUTES = List.of("tier", "city", "vehicles");

	private AirtableSample() {
	}

	/** Starts it on any free port, with Airtable's rate limit. */
	static PretendAccount start() {
		PretendAirtable base = PretendAirtable.start(0);
		FIELDS.forEach(base.table()::define);
		ATTRIBUTES.forEach((name) -> base.table().define(name, FieldType.TEXT));
		for (SampleCustomer customer : SampleCustomer.all()) {
			base.table().put(Long.parseLong(customer.customerId().replaceAll("\\D", "")), values(customer));
		}
		return new PretendAccount(base.server(), settings(base));
	}

	private static Map<String, @Nullable Object> values(SampleCustomer customer) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("Name", customer.displayName());
		values.put("Owner", String.join(", ", customer.owners()));
		values.put("Phone", customer.channel("sms"));
		values.put("WhatsApp", customer.channel("whatsapp"));
		values.put("Chat", customer.channel("chat"));
		values.put("Email", customer.email());
		values.put("Company", customer.company());
		values.put("Language", customer.language());
		values.put("About", customer.about());
		ATTRIBUTES.forEach((name) -> values.put(name, customer.attribute(name)));
		return values;
	}

	private static Map<String, Object> settings(PretendAirtable base) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(PREFIX + "url", base.server().url().toString());
		settings.put(PREFIX + "access-token", PretendAirtable.ACCESS_TOKEN);
		settings.put(PREFIX + "base-id", PretendAirtable.BASE_ID);
		settings.put(PREFIX + "table", PretendAirtable.TABLE_ID);
		settings.put(PREFIX + "shared-owners", SampleCustomer.SHARED_OWNER);
		settings.put(PREFIX + "fields.whatsapp", "WhatsApp");
		settings.put(PREFIX + "fields.chat", "Chat");
		settings.put(PREFIX + "fields.company", "Company");
		settings.put(PREFIX + "fields.language", "Language");
		settings.put(PREFIX + "fields.details", "About");
		ATTRIBUTES.forEach((name) -> settings.put(PREFIX + "fields.attributes." + name, name));
		return settings;
	}

}
