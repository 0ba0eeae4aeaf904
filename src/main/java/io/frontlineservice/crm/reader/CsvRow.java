package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.crm.mapping.CrmRecord;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a CSV file as a record. Made by {@link CsvCustomers} for the kit. */
final class CsvRow implements CrmRecord {

	private final CsvFields fields;

	private final CsvRecord row;

	private final @Nullable String madeId;

	CsvRow(CsvFields fields, CsvRecord row, @Nullable String madeId) {
		this.fields = fields;
		this.row = row;
		this.madeId = madeId;
	}

	@Override
	public @Nullable Object value(String field) {
		if (field.equals(CsvFields.MADE_ID)) {
			return this.madeId;
		}
		return this.fields.value(this.row, field);
	}

	@Override
	public Map<String, Object> attributes() {
		Map<String, Object> attributes = new HashMap<>();
		this.fields.header().attributes().forEach((name, place) -> {
			String value = CsvHeader.value(this.row, place);
			if (value != null) {
				attributes.put(name, attribute(value));
			}
		});
		return attributes;
	}

	/** CSV has no types; this is how spreadsheets write a boolean. */
	private static Object attribute(String value) {
		boolean isBoolean = "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
		return isBoolean ? (Object) Boolean.valueOf(value) : value;
	}

}
