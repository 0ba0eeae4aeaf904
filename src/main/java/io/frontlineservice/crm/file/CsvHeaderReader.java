package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.CleanText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a CSV file: finds the columns by their configured names, else by
 * the names they have in the exports of common products. Called by {@link CsvRows}.
 */
final class CsvHeaderReader {

	/**
	 * An id in Salesforce, whose exports have the parts of a name; too vague elsewhere.
	 */
	private static final String ID = "id";

	private final Columns columns;

	CsvHeaderReader(Columns columns) {
		this.columns = columns;
	}

	/**
	 * The header with these names.
	 * @throws BadFileException if a column is missing without which there are no
	 * customers
	 */
	CsvHeader read(List<String> cells, FilePosition position, LoadReport report) {
		List<String> names = cells.stream()
			.map((it) -> Objects.requireNonNullElse(CleanText.unbroken(it), ""))
			.toList();
		Map<String, Integer> attributes = attributes(names, position, report);
		Map<CsvColumn, List<List<Integer>>> known = new EnumMap<>(CsvColumn.class);
		for (CsvColumn column : CsvColumn.values()) {
			List<List<Integer>> places = places(column, names);
			if (!places.isEmpty()) {
				known.put(column, column.isContact() ? places : places.subList(0, 1));
			}
		}
		boolean namesInParts = known.containsKey(CsvColumn.FIRST_NAME);
		if (namesInParts && !CsvColumn.CUSTOMER_ID.isNamedIn(this.columns)) {
			known.computeIfAbsent(CsvColumn.CUSTOMER_ID, (column) -> ids(names));
		}
		if (!namesInParts) {
			require(known, CsvColumn.DISPLAY_NAME, position);
		}
		if (!namesInParts || CsvColumn.CUSTOMER_ID.isNamedIn(this.columns)) {
			require(known, CsvColumn.CUSTOMER_ID, position);
		}
		return new CsvHeader(names, known, attributes);
	}

	private Map<String, Integer> attributes(List<String> names, FilePosition position, LoadReport report) {
		Map<String, Integer> attributes = new LinkedHashMap<>();
		Map<String, Integer> configured = new LinkedHashMap<>();
		boolean twice = false;
		for (int place = 0; place < names.size(); place++) {
			String name = names.get(place);
			if (this.columns.names().contains(name)) {
				if (configured.put(name, place) != null && !name.isEmpty()) {
					throw position.error("the header has the column " + name + " twice; or is this no header?");
				}
			}
			else if (!name.isEmpty()) {
				twice |= attributes.putIfAbsent(name, place) != null;
			}
		}
		if (twice) {
			report.remarkOnFile("the header has a name twice: of the columns of that name, the first is the attribute");
		}
		return attributes;
	}

	private List<List<Integer>> places(CsvColumn column, List<String> names) {
		String configured = column.nameIn(this.columns);
		if (column.isExcludedIn(this.columns)) {
			return List.of();
		}
		int exact = names.indexOf(configured);
		if (exact >= 0) {
			return List.of(List.of(exact));
		}
		Map<Integer, List<Integer>> byRank = new TreeMap<>();
		for (int place = 0; place < names.size(); place++) {
			int at = place;
			rank(column, configured, names.get(place))
				.ifPresent((rank) -> byRank.computeIfAbsent(rank, (key) -> new ArrayList<>()).add(at));
		}
		return List.copyOf(byRank.values());
	}

	private OptionalInt rank(CsvColumn column, String configured, String name) {
		if (!column.isNamedIn(this.columns)) {
			return KnownColumns.rank(column, name);
		}
		return KnownColumns.fold(name).equals(KnownColumns.fold(configured)) ? OptionalInt.of(0) : OptionalInt.empty();
	}

	private static @Nullable List<List<Integer>> ids(List<String> names) {
		for (int place = 0; place < names.size(); place++) {
			if (names.get(place).equalsIgnoreCase(ID)) {
				return List.of(List.of(place));
			}
		}
		return null;
	}

	private void require(Map<CsvColumn, ?> known, CsvColumn column, FilePosition position) {
		if (!known.containsKey(column) && !column.isExcludedIn(this.columns)) {
			throw position.error("the header has no column " + column.nameIn(this.columns) + ": set " + column.setting()
					+ " to the name that this column has in your file");
		}
	}

}
