package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a person, as the configuration and the defaults say. Used by
 * {@link PipedriveCrm} and {@link PipedriveVendor}.
 */
final class PipedriveFields {

	/** Pipedrive's own field of the owner, the only one by which it filters. */
	static final String OWNER = "owner_id";

	/** The name of the organization, which is read by its id. */
	static final String ORGANIZATION = "organization.name";

	/** A request can name that many custom fields; more are all. */
	private static final int MOST_KEYS = 15;

	private static final String KEY = "[0-9a-f]{40}";

	private static final Pattern CUSTOM = Pattern.compile("(?:custom_fields\\.)?(" + KEY + ")(?:\\..+)?");

	private static final Pattern NUMBERS = Pattern.compile("phone\\..+|phones\\.value|" + KEY);

	private static final FieldMapping DEFAULTS = FieldMapping.of(Map.ofEntries(
			Map.entry(CustomerField.CUSTOMER_ID, List.of("id")), Map.entry(CustomerField.DISPLAY_NAME, List.of("name")),
			Map.entry(CustomerField.FIRST_NAME, List.of("first_name")),
			Map.entry(CustomerField.LAST_NAME, List.of("last_name")), Map.entry(CustomerField.WORKER, List.of(OWNER)),
			Map.entry(CustomerField.PHONE, List.of("phone.mobile", "phones.value")),
			Map.entry(CustomerField.EMAIL, List.of("emails.value")),
			Map.entry(CustomerField.COMPANY, List.of(ORGANIZATION)),
			Map.entry(CustomerField.DETAILS, List.of("job_title")),
			Map.entry(CustomerField.UPDATED_AT, List.of("update_time"))));

	private PipedriveFields() {
	}

	/** Returns the mapping with the defaults, and with the link to the person. */
	static FieldMapping of(PipedriveSettings settings) {
		return settings.fields().orElse(DEFAULTS).withLink("Pipedrive", settings.url().base() + "/person/{{id}}");
	}

	/** Returns the fields that a mapping reads, sorted. */
	static Set<String> names(FieldMapping fields) {
		return new TreeSet<>(new CustomerMapper(fields, new AddressReader(null)).fieldNames());
	}

	/** Returns the keys of the custom fields among these fields, sorted. */
	static Set<String> customKeys(Collection<String> names) {
		Set<String> keys = new TreeSet<>();
		names.stream().map(CUSTOM::matcher).filter(Matcher::matches).forEach((key) -> keys.add(key.group(1)));
		return keys;
	}

	/** Returns the parameters of a request for persons that choose the custom fields. */
	static String parameters(Set<String> keys) {
		return keys.isEmpty() ? "" : "&include_option_labels=true"
				+ ((keys.size() <= MOST_KEYS) ? "&custom_fields=" + String.join(",", keys) : "");
	}

	/**
	 * Returns what is wrong with a mapping beyond its texts.
	 * @param configured the mapping without the defaults
	 * @param prefix the setting of the mapping
	 */
	static List<Finding> findings(FieldMapping configured, String prefix) {
		FieldMapping fields = configured.orElse(DEFAULTS);
		List<Finding> findings = new ArrayList<>();
		if (configured.customerId() != null) {
			findings.add(new Finding(prefix + ".customer-id", "cannot be changed: it is Pipedrive's id of the person"));
		}
		require(fields, CustomerField.WORKER, OWNER + "|" + KEY, "owner_id, or keys of custom fields of the type User",
				prefix, findings);
		for (CustomerField numbers : List.of(CustomerField.PHONE, CustomerField.WHATSAPP)) {
			require(fields, numbers, NUMBERS.pattern(), "phones.value, phone.<label> such as phone.mobile, or keys of "
					+ "custom fields: others cannot be searched", prefix, findings);
		}
		for (CustomerField identities : List.of(CustomerField.WHATSAPP_ID, CustomerField.CHAT)) {
			require(fields, identities, KEY, "keys of custom fields: others cannot be searched", prefix, findings);
		}
		return findings;
	}

	private static void require(FieldMapping fields, CustomerField field, String form, String expected, String prefix,
			List<Finding> findings) {
		if (!fields.names(field).stream().allMatch((name) -> name.matches(form))) {
			findings.add(new Finding(prefix + "." + field.key(), "must be " + expected));
		}
	}

}
