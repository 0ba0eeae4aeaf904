package io.frontlineservice.crm.file;

import io.frontlineservice.datafile.FileLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Opens the text of a CSV file: UTF-8, or UTF-16 with a byte order mark, which is what
 * spreadsheets save as "Unicode text". Called by {@link CsvRows}.
 */
final class CsvText {

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private CsvText() {
	}

	/** The text without its byte order mark; the caller closes it. */
	static BufferedReader open(FileLocation location) throws IOException {
		PushbackInputStream bytes = new PushbackInputStream(location.open(), 2);
		try {
			// A decoder of one's own, as it refuses what is not of its charset.
			BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset(bytes).newDecoder()),
					CsvSeparator.MOST_LOOKED_AT);
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

	private static Charset charset(PushbackInputStream bytes) throws IOException {
		byte[] start = new byte[2];
		int length = bytes.readNBytes(start, 0, 2);
		bytes.unread(start, 0, length);
		int mark = (length == 2) ? ((start[0] & 0xFF) << 8) | (start[1] & 0xFF) : 0;
		if (mark == 0xFEFF) {
			return StandardCharsets.UTF_16BE;
		}
		return (mark == 0xFFFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
	}

}
