package io.frontlineservice.crm.file;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file is which. Made by {@link CsvHeaderReader} of the first line,
 * asked by {@link CsvRows}. Immutable.
 *
 * @param names the names of the columns, without blanks around them
 * @param known the places of the columns that have a meaning: those preferred first, and
 * those of the same rank together
 * @param attributes the places of the columns that become attributes
 */
record CsvHeader(List<String> names, Map<CsvColumn, List<List<Integer>>> known, Map<String, Integer> attributes) {

	int size() {
		return this.names.size();
	}

	boolean has(CsvColumn column) {
		return this.known.containsKey(column);
	}

	/** What stands in that column; null if nothing does, or there is no such column. */
	@Nullable String value(CsvRecord record, CsvColumn column) {
		List<String> values = values(record, column);
		return values.isEmpty() ? null : values.get(0);
	}

	/** All that stands in the first of those columns in which anything does. */
	List<String> values(CsvRecord record, CsvColumn column) {
		for (List<Integer> places : this.known.getOrDefault(column, List.of())) {
			List<String> values = new ArrayList<>(places.size());
			for (int place : places) {
				String value = value(record, place);
				if (value != null) {
					values.add(value);
				}
			}
			if (!values.isEmpty()) {
				return values;
			}
		}
		return List.of();
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

	/**
	 * The columns that the operator has named, or that customers need, and that are not
	 * there.
	 */
	List<CsvColumn> missing(Columns columns) {
		List<CsvColumn> needed = new ArrayList<>(
				List.of(CsvColumn.WORKER, CsvColumn.PHONE, CsvColumn.WHATSAPP, CsvColumn.EMAIL));
		Stream.of(CsvColumn.values())
			.filter((it) -> it.isNamedIn(columns) && !needed.contains(it))
			.forEach(needed::add);
		return needed.stream().filter((it) -> !has(it) && !it.isExcludedIn(columns)).toList();
	}

}
