package io.frontlineservice.datafile;

import io.frontlineservice.diagnosis.EncodingProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a data file. UTF-16 is recognized by itself, because spreadsheets save
 * it as "Unicode text". Immutable.
 *
 * @param charset the charset of a file without a byte order mark
 * @param setting the setting that can name another charset; null if there is none
 */
public record FileEncoding(Charset charset, @Nullable String setting) {

	/** UTF-8, and no setting for another charset. */
	public static final FileEncoding UTF_8 = new FileEncoding(StandardCharsets.UTF_8, null);

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private static final int LONGEST_MARK = 4;

	/** The first bytes of an Excel workbook, which is a ZIP file. */
	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final Set<String> OF_SPREADSHEETS = Set.of("csv", "tsv", "txt", "xlsx");

	/**
	 * Opens the text without its byte order mark; the caller closes it. A character of
	 * another charset fails with a {@link java.nio.charset.CharacterCodingException}: see
	 * {@link #explain}.
	 * @throws BadFileException if the file is not a text
	 */
	public BufferedReader open(FileLocation location) throws IOException {
		PushbackInputStream bytes = new PushbackInputStream(location.open(), LONGEST_MARK);
		try {
			byte[] start = bytes.readNBytes(LONGEST_MARK);
			bytes.unread(start);
			if (Arrays.equals(start, ZIP)) {
				throw new BadFileException(1, 1,
						"this is a workbook of Excel or another ZIP file: " + savingAs(location));
			}
			// Other constructors replace what is not of the charset.
			BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset(start).newDecoder()));
			text.mark(1);
			if (text.read() != BYTE_ORDER_MARK) {
				text.reset();
			}
			return text;
		}
		catch (IOException | RuntimeException ex) {
			bytes.close();
			throw ex;
		}
	}

	/**
	 * Explains why the text could not be read to its end: which character is of another
	 * charset, and how to fix it. Reads the file again.
	 * @throws IOException the failure, if it has another reason
	 */
	public BadFileException explain(IOException failure, FileLocation location) throws IOException {
		if (!(failure instanceof CharacterCodingException)) {
			throw failure;
		}
		byte[] start;
		try (InputStream bytes = location.open()) {
			start = bytes.readNBytes(LONGEST_MARK);
		}
		try (InputStream bytes = location.open()) {
			Optional<EncodingProblem> found = EncodingProblem.find(bytes, charset(start));
			String fix = ": " + savingAs(location) + orSetting();
			return found.map((it) -> new BadFileException(it.line(), it.column(), it.problem() + fix))
				.orElseGet(() -> new BadFileException("the file is not " + this.charset.name() + fix));
		}
	}

	private Charset charset(byte[] start) {
		int first = (start.length > 1) ? start[0] & 0xFF : 1;
		int second = (start.length > 1) ? start[1] & 0xFF : 1;
		// Without a mark, the first character is of ASCII, so one of its bytes is zero.
		if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
			return StandardCharsets.UTF_16BE;
		}
		if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
			return StandardCharsets.UTF_16LE;
		}
		return (first == 0xEF && second == 0xBB) ? StandardCharsets.UTF_8 : this.charset;
	}

	private static String savingAs(FileLocation location) {
		String extension = location.extension();
		if (OF_SPREADSHEETS.contains(extension)) {
			return "save the file as CSV in UTF-8 (\"CSV UTF-8\" in Excel)";
		}
		return "save the file as " + (extension.equals("json") ? "JSON" : "YAML") + " in UTF-8";
	}

	private String orSetting() {
		return (this.setting != null) ? ", or set " + this.setting + " to its charset, such as windows-1252" : "";
	}

}
