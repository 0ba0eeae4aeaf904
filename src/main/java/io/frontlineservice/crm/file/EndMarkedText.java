package io.frontlineservice.crm.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * A text with one more line behind it. Where a quote is left open it swallows that line
 * too, which is how {@link CsvRows} finds out.
 */
final class EndMarkedText extends FilterReader {

	/** The line. Only the last one of its kind is the end: files may have it, too. */
	static final String MARK = "\uE000end\uE000";

	private final Reader end = new StringReader("\n" + MARK);

	EndMarkedText(Reader text) {
		super(text);
	}

	@Override
	public int read(char[] buffer, int offset, int length) throws IOException {
		int read = super.read(buffer, offset, length);
		return (read >= 0) ? read : this.end.read(buffer, offset, length);
	}

}
