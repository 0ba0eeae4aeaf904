package io.frontlineservice.crm.reader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * A text followed by one more line. If a quote is not closed, that line is part of the
 * quoted text, by which {@link CsvRows} detects it.
 */
final class EndMarkedText extends FilterReader {

	/** The line. A file may contain it too, so only the last occurrence is the end. */
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
