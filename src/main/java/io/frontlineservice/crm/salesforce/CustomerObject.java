package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The object that the customers are records of. Made of the settings by
 * {@link SalesforceCrm} and {@link SalesforceVendor}. Immutable.
 *
 * @param name the API name of the object
 * @param filter a condition of all queries; null for all records
 * @param fields what its fields mean
 */
record CustomerObject(String name, @Nullable String filter, FieldMapping fields) {

	/** The field by which customers are sorted. */
	static final String NAME = "Name";

	static final String ID = "Id";

	private static final String MY_DOMAIN = ".my.salesforce.com";

	private static final String LIGHTNING = ".lightning.force.com";

	/** Returns the object that is configured. */
	static CustomerObject of(SalesforceSettings settings) {
		CustomerObject standard = switch (settings.object()) {
			case "Contact" -> new CustomerObject("Contact", null, contact());
			case "Lead" -> new CustomerObject("Lead", "IsConverted = false", lead());
			case "Account" -> new CustomerObject("Account", "IsPersonAccount = true", personAccount());
			default -> new CustomerObject(settings.object(), null, FieldMapping.of(common()));
		};
		FieldMapping fields = settings.fields().orElse(standard.fields.withLink("Salesforce", recordUrl(settings)));
		String e164 = settings.e164Field();
		return new CustomerObject(standard.name, standard.filter, (e164 != null) ? withNumber(fields, e164) : fields);
	}

	/** The page of a record in Lightning Experience. */
	private static String recordUrl(SalesforceSettings settings) {
		String url = settings.url().base();
		String lightning = url.endsWith(MY_DOMAIN) ? url.substring(0, url.length() - MY_DOMAIN.length()) + LIGHTNING
				: url;
		return lightning + "/lightning/r/" + settings.object() + "/{{" + ID + "}}/view";
	}

	/** What each object has. */
	private static Map<CustomerField, List<String>> common() {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		names.put(CustomerField.CUSTOMER_ID, List.of(ID));
		names.put(CustomerField.DISPLAY_NAME, List.of(NAME));
		names.put(CustomerField.WORKER, List.of("OwnerId"));
		names.put(CustomerField.UPDATED_AT, List.of("LastModifiedDate"));
		return names;
	}

	private static Map<CustomerField, List<String>> person() {
		Map<CustomerField, List<String>> names = common();
		names.put(CustomerField.FIRST_NAME, List.of("FirstName"));
		names.put(CustomerField.LAST_NAME, List.of("LastName"));
		return names;
	}

	private static FieldMapping contact() {
		Map<CustomerField, List<String>> names = person();
		names.put(CustomerField.PHONE, List.of("MobilePhone", "Phone", "HomePhone", "OtherPhone"));
		names.put(CustomerField.EMAIL, List.of("Email"));
		names.put(CustomerField.COMPANY, List.of("Account.Name"));
		return FieldMapping.of(names)
			.with(Map.of("title", "Title", "do_not_call", "DoNotCall"), null, "Salesforce",
					"Title: {{Title|none}}\nAccount: {{Account.Name|none}}");
	}

	private static FieldMapping lead() {
		Map<CustomerField, List<String>> names = person();
		names.put(CustomerField.PHONE, List.of("MobilePhone", "Phone"));
		names.put(CustomerField.EMAIL, List.of("Email"));
		names.put(CustomerField.COMPANY, List.of("Company"));
		return FieldMapping.of(names)
			.with(Map.of("title", "Title", "do_not_call", "DoNotCall", "status", "Status"), null, "Salesforce",
					"Title: {{Title|none}}\nCompany: {{Company|none}}\nStatus: {{Status|none}}");
	}

	private static FieldMapping personAccount() {
		Map<CustomerField, List<String>> names = person();
		names.put(CustomerField.PHONE, List.of("PersonMobilePhone", "Phone", "PersonHomePhone", "PersonOtherPhone"));
		names.put(CustomerField.EMAIL, List.of("PersonEmail"));
		return FieldMapping.of(names)
			.with(Map.of("title", "PersonTitle", "do_not_call", "PersonDoNotCall"), null, "Salesforce",
					"Title: {{PersonTitle|none}}");
	}

	/** The number by which customers are found is also their last number for SMS. */
	private static FieldMapping withNumber(FieldMapping fields, String e164) {
		List<String> phones = new ArrayList<>(fields.names(CustomerField.PHONE));
		if (!phones.contains(e164)) {
			phones.add(e164);
		}
		return FieldMapping.of(Map.of(CustomerField.PHONE, phones)).orElse(fields);
	}

}
