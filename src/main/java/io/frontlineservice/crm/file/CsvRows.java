package io.frontlineservice.crm.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.crm.file.CustomerRow.ChannelRow;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads customers from CSV with a header, separated by commas, semicolons or tabs. Called
 * by {@link CustomerFile}. Thread-safe.
 */
final class CsvRows {

	private static final int LONGEST_HEADER = 65_536;

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final FileCrmSettings.Columns columns;

	CsvRows(FileCrmSettings.Columns columns) {
		this.columns = columns;
	}

	void read(FileLocation location, BiConsumer<CustomerRow, FilePosition> consumer) throws IOException {
		FilePosition position = new FilePosition(1, 1);
		try (BufferedReader text = utf8(location); CsvReader<CsvRecord> records = records(text)) {
			CsvHeader header = null;
			boolean closed = false;
			for (CsvRecord record : records) {
				if (record.getField(0).equals(EndMarkedText.MARK)) {
					closed = true;
					break;
				}
				position = new FilePosition((int) record.getStartingLineNumber(), 1);
				if (header == null) {
					header = CsvHeader.of(record.getFields(), this.columns, position);
				}
				else {
					consumer.accept(toRow(header, record, position), position);
				}
			}
			if (!closed) {
				throw position.error("a quote is left open from this line on");
			}
			if (header == null) {
				throw position.error("the file is empty; it needs a header at least");
			}
		}
		catch (CsvParseException ex) {
			throw position.error("this line, or the one below, is not CSV: is a quote left open?");
		}
		catch (UncheckedIOException ex) {
			throw unreadable(ex.getCause(), position);
		}
		catch (CharacterCodingException ex) {
			throw unreadable(ex, position);
		}
	}

	private static BufferedReader utf8(FileLocation location) throws IOException {
		return new BufferedReader(new InputStreamReader(location.open(), StandardCharsets.UTF_8.newDecoder()),
				LONGEST_HEADER);
	}

	private static CsvReader<CsvRecord> records(BufferedReader text) throws IOException {
		skipByteOrderMark(text);
		return CsvReader.builder()
			.fieldSeparator(separator(text))
			.allowExtraFields(true)
			.allowMissingFields(true)
			.ofCsvRecord(new EndMarkedText(text));
	}

	private static void skipByteOrderMark(BufferedReader text) throws IOException {
		text.mark(1);
		if (text.read() != BYTE_ORDER_MARK) {
			text.reset();
		}
	}

	private static char separator(BufferedReader text) throws IOException {
		text.mark(LONGEST_HEADER);
		String header = text.readLine();
		text.reset();
		String names = (header != null) ? header : "";
		return Stream.of(',', ';', '\t')
			.max(Comparator.comparingLong((candidate) -> names.chars().filter((it) -> it == candidate).count()))
			.orElse(',');
	}

	private static RuntimeException unreadable(@Nullable IOException ex, FilePosition position) throws IOException {
		if (ex instanceof CharacterCodingException) {
			return position.error("below this line there is a character that is not UTF-8");
		}
		throw (ex != null) ? ex : new IOException("unreadable");
	}

	private CustomerRow toRow(CsvHeader header, CsvRecord record, FilePosition position) {
		if (record.getFieldCount() > header.size()) {
			throw position.error("this line has more fields than the header");
		}
		List<@Nullable ChannelRow> channels = new ArrayList<>(2);
		addChannel(channels, "sms", header.value(record, this.columns.phone()));
		addChannel(channels, "whatsapp", header.value(record, this.columns.whatsapp()));
		Map<String, @Nullable Object> attributes = new HashMap<>();
		header.others().forEach((name, index) -> attributes.put(name, CsvHeader.value(record, index)));
		return new CustomerRow(header.value(record, this.columns.customerId()),
				header.value(record, this.columns.displayName()), header.value(record, this.columns.worker()), null,
				null, channels, null, null, header.value(record, this.columns.email()),
				header.value(record, this.columns.company()), header.value(record, this.columns.language()), null,
				attributes);
	}

	private static void addChannel(List<@Nullable ChannelRow> channels, String type, @Nullable String value) {
		if (value != null) {
			channels.add(new ChannelRow(type, value));
		}
	}

}
