package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of the columns of a CSV file as they were set before
 * {@code frontline.crm.file.fields}. A blank name says that there is no such column; null
 * is a setting that is not set. Immutable.
 *
 * @param customerId the column of the unique id
 * @param displayName the column of the name
 * @param worker the column of the owner's identity
 * @param phone the column of the number for SMS
 * @param whatsapp the column of the number for WhatsApp
 * @param email the column of the e-mail address
 * @param company the column of the company
 * @param language the column of the language
 * @param firstName the column of the first name
 * @param lastName the column of the last name
 */
public record FormerColumns(@Nullable String customerId, @Nullable String displayName, @Nullable String worker,
		@Nullable String phone, @Nullable String whatsapp, @Nullable String email, @Nullable String company,
		@Nullable String language, @Nullable String firstName, @Nullable String lastName) {

	/** The same names as a mapping, in which a comma is part of a name. */
	FieldMapping toMapping() {
		Map<CustomerField, List<String>> names = new EnumMap<>(CustomerField.class);
		put(names, CustomerField.CUSTOMER_ID, this.customerId);
		put(names, CustomerField.DISPLAY_NAME, this.displayName);
		put(names, CustomerField.WORKER, this.worker);
		put(names, CustomerField.PHONE, this.phone);
		put(names, CustomerField.WHATSAPP, this.whatsapp);
		put(names, CustomerField.EMAIL, this.email);
		put(names, CustomerField.COMPANY, this.company);
		put(names, CustomerField.LANGUAGE, this.language);
		put(names, CustomerField.FIRST_NAME, this.firstName);
		put(names, CustomerField.LAST_NAME, this.lastName);
		return FieldMapping.of(names);
	}

	/** Whether any name is set. */
	public boolean isSet() {
		return !toMapping().equals(FieldMapping.NONE);
	}

	private static void put(Map<CustomerField, List<String>> names, CustomerField field, @Nullable String column) {
		if (column != null) {
			names.put(field, column.isBlank() ? List.of() : List.of(column));
		}
	}

}
