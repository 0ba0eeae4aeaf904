package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The table that the customers are rows of. Made of the settings by {@link DataverseCrm}
 * and {@link DataverseExamination}. Immutable.
 *
 * @param name the name of its entity set
 * @param id its primary key
 * @param sortName the column by which the list is sorted
 * @param fields what its columns mean
 */
record CustomerTable(String name, String id, String sortName, FieldMapping fields) {

	/** The company of a contact, through the lookup to an account. */
	private static final String ACCOUNT = "parentcustomerid_account.name";

	private static final String ID_SUFFIX = "id";

	/** Returns the table that is configured. */
	static CustomerTable of(DataverseSettings settings) {
		String id = idColumn(settings);
		String name = nameColumn(settings);
		FieldMapping defaults = switch (settings.table()) {
			case "contacts" -> contact(common(id, name));
			case "accounts" -> account(common(id, name));
			default -> FieldMapping.of(common(id, name));
		};
		String app = settings.appId();
		String page = settings.url().base() + "/main.aspx?" + ((app != null) ? "appid=" + app + "&" : "")
				+ "pagetype=entityrecord&etn=" + logicalName(id) + "&id={{" + id + "}}";
		FieldMapping fields = settings.fields().orElse(defaults).withLink("Dynamics 365", page);
		String e164 = settings.e164Column();
		return new CustomerTable(settings.table(), id, name, (e164 != null) ? withNumber(fields, e164) : fields);
	}

	/** Returns the primary key of the table; empty if it must be configured. */
	static String idColumn(DataverseSettings settings) {
		return configured(settings.idColumn(), settings.table(),
				Map.of("contacts", "contactid", "accounts", "accountid"));
	}

	/** Returns the name column of the table; empty if it must be configured. */
	static String nameColumn(DataverseSettings settings) {
		return configured(settings.nameColumn(), settings.table(), Map.of("contacts", "fullname", "accounts", "name"));
	}

	private static String configured(@Nullable String column, String table, Map<String, String> known) {
		return (column != null) ? column : known.getOrDefault(table, "");
	}

	/**
	 * Returns the id of a row.
	 * @throws CrmErrorException if it has none: then the answer is not one of Dataverse
	 */
	String idOf(Map<String, Object> row) {
		if (row.get(this.id) instanceof String key && RowId.isId(key)) {
			return key;
		}
		throw CrmErrorException.unreadable();
	}

	/** Returns the name by which Dataverse describes the table. */
	String logicalName() {
		return logicalName(this.id);
	}

	/** A primary key is the name of its table with a suffix. */
	private static String logicalName(String id) {
		return id.endsWith(ID_SUFFIX) ? id.substring(0, id.length() - ID_SUFFIX.length()) : id;
	}

	/** What each table has. */
	private static Map<CustomerField, List<String>> common(String id, String name) {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		names.put(CustomerField.CUSTOMER_ID, List.of(id));
		names.put(CustomerField.DISPLAY_NAME, List.of(name));
		names.put(CustomerField.WORKER, List.of("_ownerid_value"));
		names.put(CustomerField.UPDATED_AT, List.of("modifiedon"));
		return names;
	}

	private static FieldMapping contact(Map<CustomerField, List<String>> names) {
		names.put(CustomerField.FIRST_NAME, List.of("firstname"));
		names.put(CustomerField.LAST_NAME, List.of("lastname"));
		names.put(CustomerField.PHONE, List.of("mobilephone", "telephone1", "telephone2", "telephone3"));
		names.put(CustomerField.EMAIL, List.of("emailaddress1"));
		names.put(CustomerField.COMPANY, List.of(ACCOUNT));
		return FieldMapping.of(names)
			.with(Map.of("title", "jobtitle", "do_not_call", "donotphone"), null, "Dynamics 365",
					"Title: {{jobtitle|none}}\nAccount: {{" + ACCOUNT + "|none}}");
	}

	private static FieldMapping account(Map<CustomerField, List<String>> names) {
		names.put(CustomerField.PHONE, List.of("telephone1", "telephone2", "telephone3"));
		names.put(CustomerField.EMAIL, List.of("emailaddress1"));
		return FieldMapping.of(names)
			.with(Map.of("account_number", "accountnumber", "do_not_call", "donotphone"), null, "Dynamics 365",
					"Account number: {{accountnumber|none}}");
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
