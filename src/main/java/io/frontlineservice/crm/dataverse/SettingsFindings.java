package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.JwtKey;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.privacy.Secret;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is wrong with settings that are valid one by one. Called by
 * {@link DataverseVendor}. Stateless.
 */
final class SettingsFindings {

	/** A column, or one of a row that a lookup leads to. */
	private static final Pattern COLUMN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

	/** The property of a lookup. */
	private static final Pattern LOOKUP = Pattern.compile("_[a-z][a-z0-9_]*_value");

	private SettingsFindings() {
	}

	static List<Finding> of(DataverseSettings settings) {
		List<Finding> findings = new ArrayList<>();
		if (!URI.create(settings.url().base()).getPath().isEmpty()) {
			findings.add(new Finding(key("url"),
					"must be the URL of your environment without a path, such as https://acme.crm.dynamics.com"));
		}
		addCredentials(settings, findings);
		addTable(settings, findings);
		findings.addAll(settings.fields().findings(key("fields")));
		if (findings.isEmpty()) {
			addFields(settings.fields(), findings);
		}
		return findings;
	}

	private static void addCredentials(DataverseSettings settings, List<Finding> findings) {
		Secret key = settings.privateKey();
		if (!settings.hasPrivateKey() && !settings.hasClientSecret()) {
			findings.add(new Finding(key("client-secret"), "is missing: set it to a client secret of your app "
					+ "registration, or set private-key and certificate to sign in by a certificate"));
		}
		else if (settings.hasPrivateKey() && settings.hasClientSecret()) {
			findings.add(new Finding(key("client-secret"),
					"is set, but " + key("private-key") + " is set too: remove one of both"));
		}
		if (!settings.hasPrivateKey() || key == null) {
			return;
		}
		if (JwtKey.of(key).isEmpty()) {
			findings.add(new Finding(key("private-key"),
					"must be an RSA private key in PEM, with its lines that begin with -----BEGIN and -----END"));
		}
		Optional<X509Certificate> certificate = ClientAssertion.certificate(settings.certificate());
		if (certificate.isEmpty()) {
			findings.add(new Finding(key("certificate"), "must be the certificate of private-key in PEM, "
					+ "with its lines that begin with -----BEGIN CERTIFICATE and -----END CERTIFICATE"));
		}
		else if (JwtKey.of(key).isPresent() && !ClientAssertion.belongsTo(certificate.get(), key)) {
			findings.add(new Finding(key("certificate"), "belongs to another key than " + key("private-key")
					+ ": set it to the certificate that was made with this key"));
		}
	}

	private static void addTable(DataverseSettings settings, List<Finding> findings) {
		if (CustomerTable.idColumn(settings).isEmpty()) {
			findings.add(new Finding(key("id-column"),
					"is missing: set it to the primary key of the table, such as new_patientid"));
		}
		if (CustomerTable.nameColumn(settings).isEmpty()) {
			findings.add(new Finding(key("name-column"),
					"is missing: set it to the column by which to sort the list, such as new_name"));
		}
	}

	private static void addFields(FieldMapping fields, List<Finding> findings) {
		if (fields.customerId() != null) {
			findings.add(new Finding(key("fields.customer-id"),
					"cannot be set: customers have the ids of Dataverse. Remove it"));
		}
		List<String> owners = fields.worker();
		if (owners != null && (owners.isEmpty() || !owners.stream().allMatch((it) -> LOOKUP.matcher(it).matches()))) {
			findings.add(new Finding(key("fields.worker"),
					"must name lookups to users by their properties, " + "such as _ownerid_value"));
		}
		for (CustomerField field : CustomerField.values()) {
			add(key("fields." + field.key()), fields.names(field), findings);
		}
		fields.fieldsInTexts().forEach((text, names) -> add(key("fields." + text), names, findings));
	}

	/** Names become a part of queries. */
	private static void add(String key, Iterable<String> names, List<Finding> findings) {
		for (String name : names) {
			if (!COLUMN.matcher(name).matches()) {
				findings.add(new Finding(key, "must name columns by their logical names, such as mobilephone, "
						+ "new_whatsapp or parentcustomerid_account.name"));
				return;
			}
		}
	}

	private static String key(String setting) {
		return DataverseSettings.PREFIX + "." + setting;
	}

}
