package io.frontlineservice.crm.hubspot;

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

/**
 * The properties of a contact, as the configuration and the defaults say. Used by
 * {@link HubSpotCrm} and {@link HubSpotVendor}.
 */
final class HubSpotFields {

	/** What a contact has beside its properties. */
	static final Set<String> ENVELOPE = Set.of("id", "createdAt", "updatedAt", "url");

	/** A search has at most 5 groups of filters, one for each property. */
	private static final int MOST_SEARCHED = 5;

	/** One group of filters is kept for contacts without an owner. */
	private static final int MOST_OWNER_PROPERTIES = 4;

	/** A search has at most 3,000 characters, with the owners and the words. */
	private static final int MOST_CHARACTERS = 1_000;

	private static final FieldMapping DEFAULTS = FieldMapping
		.of(Map.ofEntries(Map.entry(CustomerField.CUSTOMER_ID, List.of("id")),
				Map.entry(CustomerField.FIRST_NAME, List.of("firstname")),
				Map.entry(CustomerField.LAST_NAME, List.of("lastname")),
				Map.entry(CustomerField.WORKER, List.of("hubspot_owner_id")),
				Map.entry(CustomerField.PHONE, List.of("mobilephone", "phone")),
				Map.entry(CustomerField.WHATSAPP, List.of("hs_whatsapp_phone_number")),
				Map.entry(CustomerField.EMAIL, List.of("email")), Map.entry(CustomerField.COMPANY, List.of("company")),
				Map.entry(CustomerField.LANGUAGE, List.of("hs_language")),
				Map.entry(CustomerField.DETAILS, List.of("jobtitle")),
				Map.entry(CustomerField.UPDATED_AT, List.of("updatedAt"))));

	private HubSpotFields() {
	}

	/** Returns the mapping with the defaults, and with the link to the contact. */
	static FieldMapping of(HubSpotSettings settings) {
		FieldMapping fields = settings.fields().orElse(DEFAULTS);
		return (settings.portalId() == null) ? fields : fields.withLink("HubSpot",
				"https://app.hubspot.com/contacts/" + settings.portalId() + "/record/0-1/{{id}}");
	}

	/** Returns those of these fields that are properties, in a fixed order. */
	static List<String> properties(Collection<String> fields) {
		return fields.stream().filter((field) -> !ENVELOPE.contains(field)).sorted().toList();
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
			findings.add(new Finding(prefix + ".customer-id", "cannot be changed: it is HubSpot's id of the contact"));
		}
		if (fields.numberFields().size() > MOST_SEARCHED) {
			findings
				.add(new Finding(prefix + ".phone", "must have at most 5 properties, together with those of whatsapp"));
		}
		if (fields.names(CustomerField.WHATSAPP_ID).size()
				+ fields.names(CustomerField.WHATSAPP).size() > MOST_SEARCHED) {
			findings.add(new Finding(prefix + ".whatsapp-id",
					"must have at most 5 properties, together with those of whatsapp"));
		}
		if (fields.names(CustomerField.CHAT).size() > MOST_SEARCHED) {
			findings.add(new Finding(prefix + ".chat", "must have at most 5 properties"));
		}
		if (fields.names(CustomerField.WORKER).size() > MOST_OWNER_PROPERTIES) {
			findings.add(new Finding(prefix + ".worker", "must have at most 4 properties"));
		}
		List<String> properties = properties(new CustomerMapper(fields, new AddressReader(null)).fieldNames());
		if (String.join("','", properties).length() > MOST_CHARACTERS) {
			findings.add(new Finding(prefix, "must name fewer properties: HubSpot limits the length of a search"));
		}
		return findings;
	}

}
