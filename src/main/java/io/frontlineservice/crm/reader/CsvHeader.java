package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of each column of a CSV file. Made by {@link CsvHeaderReader} of the first
 * line, asked by {@link CsvCustomers}. Immutable.
 *
 * @param names the names of the columns, trimmed
 * @param known the indexes of the columns of each field: the preferred ones first, and
 * those of the same rank together
 * @param attributes the indexes of the columns that become attributes
 */
record CsvHeader(List<String> names, Map<CustomerField, List<List<Integer>>> known, Map<String, Integer> attributes) {

	int size() {
		return this.names.size();
	}

	boolean has(CustomerField field) {
		return this.known.containsKey(field);
	}

	/** The names of the columns of that field; empty without any. */
	List<String> columns(CustomerField field) {
		return this.known.getOrDefault(field, List.of()).stream().flatMap(List::stream).map(this.names::get).toList();
	}

	/** The value of that field; null if it is empty or has no column. */
	@Nullable String value(CsvRecord record, CustomerField field) {
		List<String> values = values(record, field);
		return values.isEmpty() ? null : values.get(0);
	}

	/** All values in the first of the field's columns that have any. */
	List<String> values(CsvRecord record, CustomerField field) {
		for (List<Integer> places : this.known.getOrDefault(field, List.of())) {
			List<String> values = values(record, places);
			if (!values.isEmpty()) {
				return values;
			}
		}
		return List.of();
	}

	static List<String> values(CsvRecord record, List<Integer> places) {
		List<String> values = new ArrayList<>(places.size());
		for (int place : places) {
			String value = value(record, place);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	static @Nullable String value(CsvRecord record, int index) {
		String value = (index < record.getFieldCount()) ? record.getField(index) : "";
		return value.isEmpty() ? null : value;
	}

	/** Whether the record has a value in a column without a name. */
	boolean hasUnnamedValue(CsvRecord record) {
		return IntStream.range(0, size())
			.anyMatch((index) -> this.names.get(index).isEmpty() && value(record, index) != null);
	}

	/** The names of the columns that are attributes and nothing else. */
	List<String> unread() {
		List<Integer> read = this.known.values().stream().flatMap(List::stream).flatMap(List::stream).toList();
		return this.attributes.entrySet()
			.stream()
			.filter((it) -> !read.contains(it.getValue()))
			.map(Map.Entry::getKey)
			.toList();
	}

	/** The fields that customers need and that have no column. */
	List<CustomerField> missing(FileFields fields) {
		return Stream.of(CustomerField.WORKER, CustomerField.PHONE, CustomerField.WHATSAPP, CustomerField.EMAIL)
			.filter((it) -> !has(it) && !fields.isExcluded(it))
			.toList();
	}

	/** Whether there is a column of that name, in any case. */
	boolean hasColumn(String name) {
		return this.names.contains(name) || this.names.stream().anyMatch((it) -> KnownColumns.isSame(it, name));
	}

	/** The names of the columns that have one. */
	List<String> named() {
		return this.names.stream().filter((it) -> !it.isEmpty()).toList();
	}

}
