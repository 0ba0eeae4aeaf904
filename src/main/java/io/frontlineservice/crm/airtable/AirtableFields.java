package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.airtable.RecordQuery.Sort;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of a customer, as the configuration and the defaults say. Used by
 * {@link AirtableCrm}, {@link AirtableCopy} and {@link AirtableVendor}.
 */
final class AirtableFields {

	/** Airtable refuses each request that names a field that a table does not have. */
	private static final FieldMapping DEFAULTS = FieldMapping
		.of(Map.of(CustomerField.DISPLAY_NAME, List.of("Name"), CustomerField.WORKER, List.of("Owner"),
				CustomerField.PHONE, List.of("Phone"), CustomerField.EMAIL, List.of("Email")));

	private static final Pattern TABLE_ID = Pattern.compile("tbl[A-Za-z0-9]{14}");

	/** Of a field, which stays the same when someone renames it. */
	private static final Pattern FIELD_ID = Pattern.compile("fld[A-Za-z0-9]{14}");

	/** Whether a formula can name a field so is not documented. */
	private static final Pattern UNUSABLE = Pattern.compile("[\\\\{\\v]");

	private AirtableFields() {
	}

	/** Returns the mapping with the defaults, the id, and the link to the record. */
	static FieldMapping of(AirtableSettings settings) {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of(RecordValues.ID)))
			.orElse(settings.fields().orElse(DEFAULTS));
		return TABLE_ID.matcher(settings.table()).matches() ? fields.withLink("Airtable",
				"https://airtable.com/" + settings.baseId() + "/" + settings.table() + "/{{" + RecordValues.ID + "}}")
				: fields;
	}

	/** Returns the order of the list. */
	static List<Sort> order(AirtableSettings settings, FieldMapping fields) {
		List<String> names = fields.names(CustomerField.DISPLAY_NAME);
		List<String> parts = Stream.of(CustomerField.LAST_NAME, CustomerField.FIRST_NAME)
			.flatMap((field) -> fields.names(field).stream())
			.toList();
		List<String> order = !settings.sortBy().isEmpty() ? settings.sortBy() : !names.isEmpty() ? names : parts;
		return order.stream().map(Sort::ascending).toList();
	}

	/** Whether that order is the one of the names that the app shows. */
	static boolean isByName(List<Sort> order, FieldMapping fields) {
		List<String> names = fields.names(CustomerField.DISPLAY_NAME);
		return !order.isEmpty() && !names.isEmpty() && order.get(0).field().equals(names.get(0));
	}

	/** Whether all of these fields are named by their ids. */
	static boolean areIds(Collection<String> names) {
		return !names.isEmpty() && names.stream().allMatch((name) -> FIELD_ID.matcher(name).matches());
	}

	/** Whether some fields are named by their ids, and others by their names. */
	static boolean areMixed(Collection<String> names) {
		return !areIds(names) && names.stream().anyMatch((name) -> FIELD_ID.matcher(name).matches());
	}

	/**
	 * Returns what is wrong with a mapping beyond its texts.
	 * @param configured the mapping without the defaults
	 * @param prefix the setting of the mapping
	 */
	static List<Finding> findings(FieldMapping configured, String prefix) {
		List<Finding> findings = new ArrayList<>();
		if (configured.customerId() != null) {
			findings.add(new Finding(prefix + ".customer-id", "cannot be changed: it is the id of the record"));
		}
		for (CustomerField field : CustomerField.values()) {
			if (configured.names(field).stream().anyMatch((name) -> UNUSABLE.matcher(name).find())) {
				findings.add(new Finding(prefix + "." + field.key(),
						"must not have names with {, a backslash or a line break: rename the field in "
								+ "Airtable, or name all fields by their ids, such as fldXXXXXXXXXXXXXX"));
			}
		}
		return findings;
	}

}
