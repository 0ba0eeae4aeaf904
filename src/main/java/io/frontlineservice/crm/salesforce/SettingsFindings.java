package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.http.JwtKey;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with settings that are valid one by one. Called by
 * {@link SalesforceVendor}. Stateless.
 */
final class SettingsFindings {

	/** Hosts of Salesforce that are not those of an org. */
	private static final Set<String> LOGIN_HOSTS = Set.of("login.salesforce.com", "test.salesforce.com");

	private static final String LIGHTNING = ".lightning.force.com";

	/** A field, or a field of a record that it refers to. */
	private static final Pattern FIELD = Pattern
		.compile(SalesforceSettings.NAME + "(\\." + SalesforceSettings.NAME + "){0,5}");

	private SettingsFindings() {
	}

	static List<Finding> of(SalesforceSettings settings) {
		List<Finding> findings = new ArrayList<>();
		addUrl(settings, findings);
		addCredentials(settings, findings);
		findings.addAll(settings.fields().findings(key("fields")));
		if (findings.isEmpty()) {
			addFields(settings, findings);
		}
		return findings;
	}

	private static void addUrl(SalesforceSettings settings, List<Finding> findings) {
		URI url = URI.create(settings.url().base());
		String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
		if (LOGIN_HOSTS.contains(host) || host.endsWith(LIGHTNING) || !url.getPath().isEmpty()) {
			findings.add(new Finding(key("url"), "must be the URL of your My Domain, "
					+ "such as https://acme.my.salesforce.com: see My Domain in the setup of Salesforce"));
		}
	}

	private static void addCredentials(SalesforceSettings settings, List<Finding> findings) {
		boolean hasUsername = settings.username() != null && !settings.username().isBlank();
		if (!settings.hasPrivateKey() && !settings.hasClientSecret()) {
			findings.add(new Finding(key("client-secret"), "is missing: set it to the consumer secret of your external "
					+ "client app, or set private-key and username to sign in by JWT"));
		}
		else if (settings.hasPrivateKey() && settings.hasClientSecret()) {
			findings.add(new Finding(key("client-secret"), "is for the client credentials flow, but "
					+ key("private-key") + " is set too: remove one of both"));
		}
		if (settings.hasRefreshToken() && (settings.hasPrivateKey() || !settings.hasClientSecret())) {
			findings.add(new Finding(key("refresh-token"),
					"needs client-secret, and no private-key: set client-secret, or remove refresh-token"));
		}
		if (settings.actsAsWorkers() && !settings.hasPrivateKey()) {
			findings.add(new Finding(key("act-as"), "can be worker only with private-key and username: "
					+ "Salesforce lets the service act as a worker only by JWT"));
		}
		if (settings.hasPrivateKey() && !hasUsername) {
			findings.add(new Finding(key("username"),
					"is missing: set it to the user of Salesforce for whom the " + "service signs in by JWT"));
		}
		if (settings.hasPrivateKey() && JwtKey.of(settings.privateKey()).isEmpty()) {
			findings.add(new Finding(key("private-key"),
					"must be an RSA private key in PEM, with its lines that begin with -----BEGIN and -----END"));
		}
	}

	private static void addFields(SalesforceSettings settings, List<Finding> findings) {
		FieldMapping fields = settings.fields();
		if (fields.customerId() != null) {
			findings.add(new Finding(key("fields.customer-id"),
					"cannot be set: customers have the ids of Salesforce. Remove it"));
		}
		if (fields.worker() != null && fields.worker().isEmpty()) {
			findings.add(new Finding(key("fields.worker"), "must name a field that refers to a user, such as OwnerId"));
		}
		for (CustomerField field : CustomerField.values()) {
			add(key("fields." + field.key()), fields.names(field), findings);
		}
		fields.fieldsInTexts().forEach((text, names) -> add(key("fields." + text), names, findings));
	}

	/** Names become a part of queries. */
	private static void add(String key, Iterable<String> names, List<Finding> findings) {
		for (String name : names) {
			if (!FIELD.matcher(name).matches()) {
				findings.add(new Finding(key, "must name fields by their API names, such as MobilePhone, "
						+ "Frontline_Number__c or Account.Name"));
				return;
			}
		}
	}

	private static String key(String setting) {
		return SalesforceSettings.PREFIX + "." + setting;
	}

}
