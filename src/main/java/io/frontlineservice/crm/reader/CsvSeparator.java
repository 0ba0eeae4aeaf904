package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the separator of the fields of a CSV file: the one that a first line
 * {@code sep=;} declares, else the candidate that occurs most often in the header outside
 * of quotes. Called by {@link CsvRows}.
 */
final class CsvSeparator {

	/** How many characters are looked at. */
	private static final int MOST_LOOKED_AT = 65_536;

	private static final String CANDIDATES = ",;\t|";

	private static final String DECLARATION = "sep=";

	private static final Pattern DECLARED = Pattern.compile("\\s*\"?" + DECLARATION + "([^\"\\r\\n])",
			Pattern.CASE_INSENSITIVE);

	private CsvSeparator() {
	}

	/** Returns the separator of a text, and resets the text to its start. */
	static char of(BufferedReader text) throws IOException {
		char[] start = new char[MOST_LOOKED_AT];
		text.mark(MOST_LOOKED_AT);
		int length = 0;
		int read = 0;
		while (read >= 0 && length < MOST_LOOKED_AT) {
			length += read;
			read = text.read(start, length, MOST_LOOKED_AT - length);
		}
		text.reset();
		String header = new String(start, 0, length);
		Matcher declared = DECLARED.matcher(header);
		return declared.lookingAt() ? declared.group(1).charAt(0) : mostFrequent(header);
	}

	/** Whether this is a line such as {@code sep=;}, which is not part of the table. */
	static boolean isDeclaredBy(CsvRecord record) {
		String first = record.getField(0).toLowerCase(Locale.ROOT);
		return first.startsWith(DECLARATION) && first.length() <= DECLARATION.length() + 1
				&& record.getFields().stream().skip(1).allMatch(String::isEmpty);
	}

	private static char mostFrequent(String text) {
		int[] counts = new int[CANDIDATES.length()];
		boolean quoted = false;
		boolean hasText = false;
		char before = '\n';
		for (int i = 0; i < text.length(); i++) {
			char sign = text.charAt(i);
			int candidate = CANDIDATES.indexOf(sign);
			if (sign == '"') {
				// A doubled quote closes and opens.
				quoted = !quoted && (isEndOfLine(before) || before == '"' || CANDIDATES.indexOf(before) >= 0);
			}
			else if (!quoted && isEndOfLine(sign)) {
				if (hasText) {
					break;
				}
				counts = new int[CANDIDATES.length()];
			}
			else if (!quoted && candidate >= 0) {
				counts[candidate]++;
			}
			hasText |= candidate < 0 && !Character.isWhitespace(sign);
			before = (sign != ' ') ? sign : before;
		}
		return CANDIDATES.charAt(most(counts));
	}

	private static boolean isEndOfLine(char sign) {
		return sign == '\n' || sign == '\r';
	}

	private static int most(int[] counts) {
		int most = 0;
		for (int i = 1; i < counts.length; i++) {
			most = (counts[i] > counts[most]) ? i : most;
		}
		return most;
	}

}
