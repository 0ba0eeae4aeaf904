package io.frontlineservice.sandbox;

import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.salesforce.PretendSalesforce;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceAccess;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceOrg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Salesforce with the customers of the sandbox. Started by {@link SandboxCrm}.
 */
final class SalesforceSample {

	private static final String PREFIX = "frontline.crm.salesforce.";

	private static final String CONTACT = "Contact";

	private static final String SECOND_OWNER = "Second_Owner__c";

	private static final String WHATSAPP = "WhatsApp__c";

	private static final String CHAT = "Chat__c";

	private static final String LANGUAGE = "Language__c";

	private static final String ABOUT = "Description";

	/** The fields of the attributes for templates. */
	private static final Map<String, String> ATTRIBUTES = Map.of("tier", "Tier__c", "city", "City__c", "vehicles",
			"Vehicles__c");

	private final SalesforceOrg org;

	private final Map<String, String> users = new HashMap<>();

	private final Map<String, String> accounts = new HashMap<>();

	private SalesforceSample(SalesforceOrg org) {
		this.org = org;
	}

	/** Starts it on any free port. */
	static PretendAccount start() {
		PretendSalesforce salesforce = new PretendSalesforce();
		new SalesforceSample(salesforce.org()).fill();
		CrmServer server = CrmServer.start(salesforce, 0);
		return new PretendAccount(server, settings(server));
	}

	private void fill() {
		this.org.addFields(CONTACT, WHATSAPP, CHAT, LANGUAGE);
		this.org.addFields(CONTACT, ATTRIBUTES.values().toArray(String[]::new));
		this.org.addReference(CONTACT, SECOND_OWNER);
		SampleCustomer.all().forEach((customer) -> this.org.insert(CONTACT, fields(customer)));
	}

	private Map<String, @Nullable Object> fields(SampleCustomer customer) {
		Map<String, @Nullable Object> fields = new HashMap<>();
		fields.put("FirstName", customer.firstName());
		fields.put("LastName", customer.lastName());
		fields.put("Email", customer.email());
		fields.put("MobilePhone", customer.channel("sms"));
		fields.put(WHATSAPP, customer.channel("whatsapp"));
		fields.put(CHAT, customer.channel("chat"));
		fields.put(LANGUAGE, customer.language());
		fields.put(ABOUT, customer.about());
		ATTRIBUTES.forEach((name, field) -> fields.put(field, customer.attribute(name)));
		String company = customer.company();
		if (company != null) {
			fields.put("AccountId", this.accounts.computeIfAbsent(company, this::account));
		}
		List<String> owners = customer.owners();
		for (int i = 0; i < owners.size(); i++) {
			fields.put((i == 0) ? "OwnerId" : SECOND_OWNER, this.users.computeIfAbsent(owners.get(i), this::user));
		}
		return fields;
	}

	private String account(String name) {
		return this.org.insert("Account", Map.of("Name", name));
	}

	private String user(String username) {
		return this.org.insert("User", Map.of("LastName", username, "Username", username, "IsActive", true));
	}

	private static Map<String, Object> settings(CrmServer server) {
		Map<String, Object> settings = new HashMap<>();
		settings.put(PREFIX + "url", server.url().toString());
		settings.put(PREFIX + "client-id", SalesforceAccess.CLIENT_ID);
		settings.put(PREFIX + "client-secret", SalesforceAccess.CLIENT_SECRET);
		settings.put(PREFIX + "shared-owners", SampleCustomer.SHARED_OWNER);
		settings.put(PREFIX + "fields.worker", "OwnerId," + SECOND_OWNER);
		settings.put(PREFIX + "fields.whatsapp", WHATSAPP);
		settings.put(PREFIX + "fields.chat", CHAT);
		settings.put(PREFIX + "fields.language", LANGUAGE);
		settings.put(PREFIX + "fields.details-text", "{{" + ABOUT + "}}");
		ATTRIBUTES.forEach((name, field) -> settings.put(PREFIX + "fields.attributes." + name, field));
		return settings;
	}

}
