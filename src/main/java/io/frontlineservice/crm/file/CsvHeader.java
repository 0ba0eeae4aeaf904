package io.frontlineservice.crm.file;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.datafile.FilePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a CSV file is which. Made by {@link CsvRows} of the first line.
 *
 * @param known the places of the columns that have a meaning
 * @param others the places of all other columns, which become attributes
 * @param size how many columns there are
 */
record CsvHeader(Map<String, Integer> known, Map<String, Integer> others, int size) {

	static CsvHeader of(List<String> names, FileCrmSettings.Columns columns, FilePosition position) {
		Set<String> meaningful = columns.names();
		Map<String, Integer> known = new HashMap<>();
		Map<String, Integer> others = new HashMap<>();
		for (int index = 0; index < names.size(); index++) {
			String name = names.get(index).strip();
			Map<String, Integer> places = meaningful.contains(name) ? known : others;
			if (!name.isEmpty() && places.putIfAbsent(name, index) != null) {
				throw position.error("the header has " + (meaningful.contains(name) ? "the column " + name : "a name")
						+ " twice; or is this no header?");
			}
		}
		for (String required : List.of(columns.customerId(), columns.displayName())) {
			if (!known.containsKey(required)) {
				throw position.error("the header has no column " + required);
			}
		}
		return new CsvHeader(known, others, names.size());
	}

	/** What stands in that column; null if nothing does, or there is no such column. */
	@Nullable String value(CsvRecord record, String column) {
		Integer index = this.known.get(column);
		return (index != null) ? value(record, index) : null;
	}

	static @Nullable String value(CsvRecord record, int index) {
		String value = (index < record.getFieldCount()) ? record.getField(index).strip() : "";
		return value.isEmpty() ? null : value;
	}

}
