package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reports which columns of a header are read, and which are missing. Called by
 * {@link CsvCustomers}.
 */
public final class HeaderRemarks {

	private static final int MOST_NAMES = 20;

	private HeaderRemarks() {
	}

	static void on(CsvHeader header, FileFields fields, LoadReport report) {
		report.columns(columns(header), header.unread());
		if (!header.has(CustomerField.CUSTOMER_ID) && !fields.isExcluded(CustomerField.CUSTOMER_ID)) {
			report.remarkOnFile("the header has no column "
					+ String.join(" or ", fields.columns(CustomerField.CUSTOMER_ID))
					+ ": ids are made of names, numbers and e-mail addresses, and change with these; set "
					+ FileFields.setting(CustomerField.CUSTOMER_ID) + " to the column that has ids, or to nothing");
		}
		List<String> unread = header.unread();
		String unrecognized = unread.isEmpty() ? ""
				: "; these columns were not recognized and are attributes: " + listed(unread);
		missing(header, fields).ifPresent((missing) -> report.remarkOnFile(missing + unrecognized));
	}

	/**
	 * Names the fields that customers need, but have no column, with the settings and
	 * guesses; empty if they have enough columns.
	 */
	static Optional<String> missing(CsvHeader header, FileFields fields) {
		List<CustomerField> missing = header.missing(fields);
		List<String> unread = header.unread();
		boolean useless = missing.contains(CustomerField.WORKER)
				|| (missing.contains(CustomerField.PHONE) && missing.contains(CustomerField.WHATSAPP));
		return (useless || (!missing.isEmpty() && !unread.isEmpty())) ? Optional.of(missing(missing, unread))
				: Optional.empty();
	}

	private static String missing(List<CustomerField> missing, List<String> unread) {
		String keys = missing.stream().map(CustomerField::key).collect(Collectors.joining(", "));
		String settings = missing.stream().map(FileFields::setting).collect(Collectors.joining(", "));
		String guesses = ColumnGuess.of(missing, unread)
			.entrySet()
			.stream()
			.map((guess) -> FileFields.setting(guess.getKey()) + ": " + guess.getValue())
			.collect(Collectors.joining(", "));
		return "the header has no column for " + keys + ": if it has another name there, set " + settings
				+ " to that name, and to nothing if there is none" + (guesses.isEmpty() ? "" : "; perhaps " + guesses);
	}

	/** The names in one line, of many the first. */
	public static String listed(List<String> names) {
		String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
		return (names.size() > MOST_NAMES) ? listed + " and " + (names.size() - MOST_NAMES) + " more" : listed;
	}

	/** The names of the columns that are read, by the key of their setting. */
	private static Map<String, List<String>> columns(CsvHeader header) {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		header.known().keySet().forEach((field) -> columns.put(field.key(), header.columns(field)));
		return columns;
	}

}
