package io.frontlineservice.crm.file;

import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Says how a header was understood, and what in it was not. Called by
 * {@link CsvCustomers}.
 */
final class HeaderRemarks {

	private static final int MOST_NAMES = 20;

	private HeaderRemarks() {
	}

	static void on(CsvHeader header, Columns columns, LoadReport report) {
		report.columns(columns(header));
		if (!header.has(CsvColumn.CUSTOMER_ID) && !CsvColumn.CUSTOMER_ID.isExcludedIn(columns)) {
			report.remarkOnFile("the header has no column " + CsvColumn.CUSTOMER_ID.nameIn(columns)
					+ ": ids are made of names, numbers and e-mail addresses, and change with these; set "
					+ CsvColumn.CUSTOMER_ID.setting() + " to the column that has ids, or to nothing");
		}
		List<CsvColumn> missing = header.missing(columns);
		List<String> unread = header.unread();
		boolean useless = missing.contains(CsvColumn.WORKER)
				|| (missing.contains(CsvColumn.PHONE) && missing.contains(CsvColumn.WHATSAPP));
		boolean named = missing.stream().anyMatch((it) -> it.isNamedIn(columns));
		if (useless || named || (!missing.isEmpty() && !unread.isEmpty())) {
			report.remarkOnFile(missing(missing, unread));
		}
	}

	private static String missing(List<CsvColumn> missing, List<String> unread) {
		String keys = missing.stream().map(CsvColumn::key).collect(Collectors.joining(", "));
		String settings = missing.stream().map(CsvColumn::setting).collect(Collectors.joining(", "));
		return "the header has no column for " + keys + ": if it has another name there, set " + settings
				+ " to that name, and to nothing if there is none"
				+ (unread.isEmpty() ? "" : "; these columns were not understood and are attributes: " + listed(unread));
	}

	private static String listed(List<String> names) {
		String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
		return (names.size() > MOST_NAMES) ? listed + " and " + (names.size() - MOST_NAMES) + " more" : listed;
	}

	/** The names of the columns that are read, by the key of their setting. */
	private static Map<String, List<String>> columns(CsvHeader header) {
		Map<String, List<String>> columns = new LinkedHashMap<>();
		header.known()
			.forEach((column, groups) -> columns.put(column.key(),
					groups.stream().flatMap(List::stream).map(header.names()::get).toList()));
		return columns;
	}

}
