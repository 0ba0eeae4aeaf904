package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifier;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.text.CleanText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Objects;

/**
 * Reads customers from CSV with a header, as spreadsheets and CRMs save it. Called by
 * {@link CustomerFile}. Thread-safe.
 */
final class CsvRows {

	/** Invisible characters at the ends of a cell are dropped. */
	private static final FieldModifier TRIMMED = FieldModifier.modify(CleanText::trim);

	private final FileFields fields;

	private final AddressReader addresses;

	private final FileEncoding encoding;

	CsvRows(FileFields fields, AddressReader addresses, FileEncoding encoding) {
		this.fields = fields;
		this.addresses = addresses;
		this.encoding = encoding;
	}

	void read(FileLocation location, RowReading reading) throws IOException {
		FilePosition position = new FilePosition(1, 1);
		try (BufferedReader text = this.encoding.open(location); CsvReader<CsvRecord> records = records(text)) {
			CsvCustomers customers = null;
			boolean closed = false;
			for (Iterator<CsvRecord> all = records.iterator(); all.hasNext();) {
				CsvRecord record = all.next();
				if (record.getField(0).equals(EndMarkedText.MARK) && !all.hasNext()) {
					closed = true;
					break;
				}
				position = new FilePosition((int) record.getStartingLineNumber(), 1);
				if (customers != null) {
					customers.read(record, position);
				}
				else if (!CsvCustomers.isBlank(record) && !CsvSeparator.isDeclaredBy(record)) {
					customers = CsvCustomers.below(record, this.fields, this.addresses, position, reading);
				}
			}
			if (!closed) {
				throw position.error("a quote is opened in this line and never closed");
			}
			if (customers == null) {
				throw position.error("the file is empty: it needs at least a header");
			}
			customers.end();
		}
		catch (CsvParseException ex) {
			throw position.error("this line, or the one below, is not CSV: check whether a quote is not closed");
		}
		catch (UncheckedIOException ex) {
			throw this.encoding.explain(Objects.requireNonNull(ex.getCause()), location);
		}
		catch (CharacterCodingException ex) {
			throw this.encoding.explain(ex, location);
		}
	}

	private static CsvReader<CsvRecord> records(BufferedReader text) throws IOException {
		return CsvReader.builder()
			.fieldSeparator(CsvSeparator.of(text))
			.allowExtraFields(true)
			.allowMissingFields(true)
			.trimWhitespacesAroundQuotes(true)
			.build(CsvRecordHandler.builder().fieldModifier(TRIMMED).build(), new EndMarkedText(text));
	}

}
