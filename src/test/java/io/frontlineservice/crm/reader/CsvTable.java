package io.frontlineservice.crm.reader;

import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.text.CleanText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The records of a CSV file by the plainest reading of RFC 4180. An oracle that shares no
 * more with the service than the decoded text and its separator.
 */
final class CsvTable {

	private final String text;

	private final char separator;

	private final List<List<String>> records = new ArrayList<>();

	private CsvTable(String text, char separator) {
		this.text = text;
		this.separator = separator;
		List<String> record = new ArrayList<>();
		int place = 0;
		while (place <= text.length()) {
			int end = endOfCell(place);
			record.add(value(text.substring(place, end)));
			if (end == text.length() || text.charAt(end) != separator) {
				this.records.add(record);
				record = new ArrayList<>();
			}
			place = end + 1;
		}
	}

	static CsvTable of(FileLocation location) throws IOException {
		StringWriter text = new StringWriter();
		try (BufferedReader reader = FileEncoding.UTF_8.open(location)) {
			char separator = CsvSeparator.of(reader);
			reader.transferTo(text);
			return new CsvTable(text.toString(), separator);
		}
	}

	/** How many records with anything in them stand below the header. */
	long rows() {
		long shown = this.records.stream()
			.filter((record) -> record.stream().anyMatch((cell) -> !cell.isEmpty()))
			.dropWhile(CsvTable::isDeclaration)
			.count();
		return shown - 1;
	}

	private static boolean isDeclaration(List<String> record) {
		return record.get(0).toLowerCase(Locale.ROOT).matches("sep=.?")
				&& record.stream().skip(1).allMatch(String::isEmpty);
	}

	private int endOfCell(int start) {
		int place = start;
		while (place < this.text.length() && this.text.charAt(place) <= ' ' && !isEnd(place)) {
			place++;
		}
		boolean isQuoted = place < this.text.length() && this.text.charAt(place) == '"';
		boolean isInside = isQuoted;
		place += isQuoted ? 1 : 0;
		while (place < this.text.length() && (isInside || !isEnd(place))) {
			// A doubled quote closes and opens.
			isInside ^= isQuoted && this.text.charAt(place) == '"';
			place++;
		}
		return place;
	}

	private boolean isEnd(int place) {
		char sign = this.text.charAt(place);
		return sign == this.separator || sign == '\n' || sign == '\r';
	}

	private static String value(String cell) {
		String value = CleanText.trim(cell);
		boolean isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
		return isQuoted ? CleanText.trim(value.substring(1, value.length() - 1).replace("\"\"", "\"")) : value;
	}

}
