package io.frontlineservice.crm.reader;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.TolerantListFile;
import io.frontlineservice.text.Nearest;
import java.io.IOException;
import java.util.Set;

/**
 * Reads a file of customers in any format, row by row. Called by the file adapter and by
 * the import into a database. Does not compare the ids of the rows. Thread-safe.
 */
public final class CustomerFile {

	private static final Set<String> SEPARATED = Set.of("csv", "tsv", "txt");

	private final CsvRows csv;

	private final CustomerMapper objects;

	private final FileEncoding encoding;

	private final FileFields fields;

	public CustomerFile(FileFields fields, AddressReader addresses, FileEncoding encoding) {
		this.csv = new CsvRows(fields, addresses, encoding);
		this.encoding = encoding;
		this.fields = fields;
		this.objects = new CustomerMapper(fields.forObjects(), addresses);
	}

	/**
	 * Reads the file to its end. Errors of single rows do not end the reading, and need
	 * no memory beyond the first: see {@link RowProblems}.
	 * @param report is filled while the file is read
	 * @param consumer receives each row
	 * @throws BadFileException if the file as a whole cannot be used, or not beyond some
	 * row
	 * @throws IOException if it cannot be read
	 */
	public void read(FileLocation location, LoadReport report, RowConsumer consumer) throws IOException {
		RowReading reading = new RowReading(report, consumer);
		if (SEPARATED.contains(location.extension())) {
			this.csv.read(location, reading);
		}
		else {
			readObjects(location, reading);
		}
	}

	private void readObjects(FileLocation location, RowReading reading) throws IOException {
		LoadReport report = reading.report();
		Set<String> named = this.objects.fieldNames();
		Set<String> absent = this.fields.namedProperties();
		new TolerantListFile<>(CustomerRow.class, report::unknownProperty).read(location, this.encoding,
				(row, position) -> {
					for (String name : row.otherNames()) {
						if (named.stream().noneMatch((field) -> field.equals(name) || field.startsWith(name + "."))) {
							report.unknownProperty(name);
						}
					}
					reading.nextRow();
					CrmRecord record = row.toRecord();
					absent.removeIf((name) -> record.value(name) != null);
					reading.accept(record, this.objects, position, false);
				}, (error) -> {
					reading.nextRow();
					reading.reject(error);
				});
		if (report.rows().rows() > 0) {
			absent.forEach((name) -> report.remarkOnFile(FileFields.PREFIX + " names the property " + name
					+ ", which no customer in the file has" + Nearest.hint(name, report.unknownProperties())));
		}
	}

}
