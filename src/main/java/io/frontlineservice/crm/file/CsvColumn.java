package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.FileCrmSettings.Columns;

/**
 * What a column of a CSV file can hold, beside an attribute. Found by {@link CsvHeader}.
 */
enum CsvColumn {

	CUSTOMER_ID("customer-id"),

	DISPLAY_NAME("display-name"),

	FIRST_NAME("first-name"),

	LAST_NAME("last-name"),

	WORKER("worker"),

	PHONE("phone"),

	WHATSAPP("whatsapp"),

	EMAIL("email"),

	COMPANY("company"),

	LANGUAGE("language");

	private final String key;

	CsvColumn(String key) {
		this.key = key;
	}

	/** The name below {@code frontline.crm.file.columns}. */
	String key() {
		return this.key;
	}

	/** The setting that names the column. */
	String setting() {
		return "frontline.crm.file.columns." + this.key;
	}

	String nameIn(Columns columns) {
		return switch (this) {
			case CUSTOMER_ID -> columns.customerId();
			case DISPLAY_NAME -> columns.displayName();
			case FIRST_NAME -> columns.firstName();
			case LAST_NAME -> columns.lastName();
			case WORKER -> columns.worker();
			case PHONE -> columns.phone();
			case WHATSAPP -> columns.whatsapp();
			case EMAIL -> columns.email();
			case COMPANY -> columns.company();
			case LANGUAGE -> columns.language();
		};
	}

	/** Whether the operator has named the column; the default is no name of theirs. */
	boolean isNamedIn(Columns columns) {
		return !nameIn(columns).equals(this.key.replace('-', '_'));
	}

	/** Whether the operator has said that there is no such column. */
	boolean isExcludedIn(Columns columns) {
		return nameIn(columns).isBlank();
	}

	/** Whether several columns can hold it, of which a customer may have any. */
	boolean isContact() {
		return this == PHONE || this == WHATSAPP || this == EMAIL;
	}

}
