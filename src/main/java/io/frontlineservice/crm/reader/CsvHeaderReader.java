package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.CleanText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a CSV file: finds the columns by their configured names, or else by
 * their names in the exports of common products. Called by {@link CsvRows}.
 */
final class CsvHeaderReader {

	/**
	 * An id in exports of Salesforce, which have first and last names; vague elsewhere.
	 */
	private static final String ID = "id";

	private static final String NAME = "name";

	private final FileFields fields;

	CsvHeaderReader(FileFields fields) {
		this.fields = fields;
	}

	/**
	 * Reads the header with these names.
	 * @throws io.frontlineservice.datafile.BadFileException if it has a reserved name
	 * twice
	 */
	CsvHeader read(List<String> cells, FilePosition position, LoadReport report) {
		List<String> names = cells.stream()
			.map((it) -> Objects.requireNonNullElse(CleanText.unbroken(it), ""))
			.toList();
		Map<String, Integer> attributes = attributes(names, position, report);
		Map<CustomerField, List<List<Integer>>> known = new EnumMap<>(CustomerField.class);
		for (CustomerField field : CustomerField.values()) {
			List<List<Integer>> places = places(field, names);
			if (!places.isEmpty()) {
				known.put(field, places);
			}
		}
		boolean namesInParts = known.containsKey(CustomerField.FIRST_NAME);
		if (!namesInParts && !this.fields.isNamed(CustomerField.DISPLAY_NAME)) {
			wholeName(names, known);
		}
		if (namesInParts && !this.fields.isNamed(CustomerField.CUSTOMER_ID)) {
			known.computeIfAbsent(CustomerField.CUSTOMER_ID, (field) -> ids(names));
		}
		return new CsvHeader(names, known, attributes);
	}

	/** A column "Name" is the last name only beside a first name. */
	private void wholeName(List<String> names, Map<CustomerField, List<List<Integer>>> known) {
		List<List<Integer>> last = known.getOrDefault(CustomerField.LAST_NAME, List.of());
		boolean isName = last.stream().flatMap(List::stream).allMatch((at) -> KnownColumns.isSame(names.get(at), NAME));
		if (isName && !last.isEmpty() && !this.fields.isNamed(CustomerField.LAST_NAME)
				&& known.putIfAbsent(CustomerField.DISPLAY_NAME, last) == null) {
			known.remove(CustomerField.LAST_NAME);
		}
	}

	private Map<String, Integer> attributes(List<String> names, FilePosition position, LoadReport report) {
		Map<String, Integer> attributes = new LinkedHashMap<>();
		Map<String, Integer> configured = new LinkedHashMap<>();
		Set<String> reserved = this.fields.reservedColumns();
		boolean twice = false;
		for (int place = 0; place < names.size(); place++) {
			String name = names.get(place);
			if (reserved.contains(name)) {
				if (configured.put(name, place) != null && !name.isEmpty()) {
					throw position.error("the header has the column " + name + " twice, or it is not a header");
				}
			}
			else if (!name.isEmpty()) {
				twice |= attributes.putIfAbsent(name, place) != null;
			}
		}
		if (twice) {
			report.remarkOnFile("the header has a name twice: the first column of that name is the attribute");
		}
		return attributes;
	}

	/**
	 * The indexes of the columns for that field, the preferred ones first: all that a
	 * setting names.
	 */
	private List<List<Integer>> places(CustomerField field, List<String> names) {
		List<List<Integer>> places = new ArrayList<>();
		for (String wanted : this.fields.columns(field)) {
			int exact = names.indexOf(wanted);
			if (exact >= 0) {
				places.add(List.of(exact));
			}
			else if (this.fields.isNamed(field) || !FileFields.RECOGNIZED.contains(field)) {
				places.addAll(byRank(names,
						(name) -> KnownColumns.isSame(name, wanted) ? OptionalInt.of(0) : OptionalInt.empty()));
			}
			else {
				places.addAll(recognized(field, byRank(names, (name) -> KnownColumns.rank(field, name))));
			}
		}
		return places;
	}

	/** A contact has all of the columns, and a worker the first that has a value. */
	private static Collection<List<Integer>> recognized(CustomerField field, Collection<List<Integer>> byRank) {
		if (field == CustomerField.WORKER && !byRank.isEmpty()) {
			return List.of(byRank.stream().flatMap(List::stream).toList());
		}
		return FileFields.isContact(field) ? byRank : byRank.stream().limit(1).toList();
	}

	/** The indexes of the names that have a rank; those of the same rank together. */
	private static Collection<List<Integer>> byRank(List<String> names, Function<String, OptionalInt> ranks) {
		Map<Integer, List<Integer>> byRank = new TreeMap<>();
		for (int place = 0; place < names.size(); place++) {
			int at = place;
			ranks.apply(names.get(place))
				.ifPresent((rank) -> byRank.computeIfAbsent(rank, (key) -> new ArrayList<>()).add(at));
		}
		return byRank.values();
	}

	private static @Nullable List<List<Integer>> ids(List<String> names) {
		for (int place = 0; place < names.size(); place++) {
			if (names.get(place).equalsIgnoreCase(ID)) {
				return List.of(List.of(place));
			}
		}
		return null;
	}

}
