package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.dataverse.DataverseTables;
import io.frontlineservice.sandbox.crm.dataverse.EntraAccess;
import io.frontlineservice.sandbox.crm.dataverse.PretendDataverse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Dataverse with the customers of the sandbox. Started by {@link SandboxCrm}.
 */
final class DataverseSample {

	private static final String PREFIX = "frontline.crm.dataverse.";

	private static final String CONTACT = "contact";

	private static final String OWNER = "_ownerid_value";

	private static final String SECOND_OWNER = "_new_secondowner_value";

	private static final String WHATSAPP = "new_whatsapp";

	private static final String CHAT = "new_chat";

	private static final String LANGUAGE = "new_language";

	private static final String ABOUT = "description";

	/** The columns of the attributes for templates. */
	private static final Map<String, String> ATTRIBUTES = Map.of("tier", "new_tier", "city", "new_city", "vehicles",
			"new_vehicles");

	private final DataverseTables tables;

	private final Map<String, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private DataverseSample(DataverseTables tables) {
		this.tables = tables;
	}

	/** Starts it on any free port. */
	static PretendAccount start() {
		PretendDataverse dataverse = new PretendDataverse();
		new DataverseSample(dataverse.tables()).fill();
		CrmServer server = CrmServer.start(dataverse, 0);
		return new PretendAccount(server, settings(server));
	}

	private void fill() {
		this.tables.addColumns(CONTACT, WHATSAPP, CHAT, LANGUAGE);
		this.tables.addColumns(CONTACT, ATTRIBUTES.values().toArray(String[]::new));
		this.tables.addUserLookup(CONTACT, "new_secondowner");
		SampleCustomer.all().forEach((customer) -> this.tables.insert(CONTACT, values(customer)));
	}

	private Map<String, @Nullable Object> values(SampleCustomer customer) {
		Map<String, @Nullable Object> values = new HashMap<>();
		values.put("firstname", customer.firstName().isEmpty() ? null : customer.firstName());
		values.put("lastname", customer.lastName());
		values.put("emailaddress1", customer.email());
		values.put("mobilephone", customer.channel("sms"));
		values.put(WHATSAPP, customer.channel("whatsapp"));
		values.put(CHAT, customer.channel("chat"));
		values.put(LANGUAGE, customer.language());
		values.put(ABOUT, customer.about());
		ATTRIBUTES.forEach((name, column) -> values.put(column, customer.attribute(name)));
		String company = customer.company();
		if (company != null) {
			values.put("_parentcustomerid_value", this.accounts.computeIfAbsent(company, this::account));
		}
		List<String> owners = customer.owners();
		for (int i = 0; i < owners.size(); i++) {
			values.put((i == 0) ? OWNER : SECOND_OWNER, this.users.computeIfAbsent(owners.get(i), this.tables::user));
		}
		return values;
	}

	private String account(String name) {
		return this.tables.insert("account", Map.of("name", name));
	}

	private static Map<String, Object> settings(CrmServer server) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(PREFIX + "url", server.url().toString());
		settings.put(PREFIX + "login-url", server.url().toString());
		settings.put(PREFIX + "tenant-id", EntraAccess.TENANT_ID);
		settings.put(PREFIX + "client-id", EntraAccess.CLIENT_ID);
		settings.put(PREFIX + "client-secret", EntraAccess.CLIENT_SECRET);
		settings.put(PREFIX + "shared-owners", SampleCustomer.SHARED_OWNER);
		settings.put(PREFIX + "fields.worker", OWNER + "," + SECOND_OWNER);
		settings.put(PREFIX + "fields.whatsapp", WHATSAPP);
		settings.put(PREFIX + "fields.chat", CHAT);
		settings.put(PREFIX + "fields.language", LANGUAGE);
		settings.put(PREFIX + "fields.details-text", "{{" + ABOUT + "}}");
		ATTRIBUTES.forEach((name, column) -> settings.put(PREFIX + "fields.attributes." + name, column));
		return settings;
	}

}
