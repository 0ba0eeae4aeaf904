package io.frontlineservice.crm.reader;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.ListFile;
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
	 * Reads the file to its end. Errors of single rows are added to the report, and do
	 * not end the reading: see {@link RowProblems#throwErrors}.
	 * @param report is filled while the file is read
	 * @param consumer receives each row
	 * @throws BadFileException if the file as a whole cannot be used, or not beyond some
	 * row
	 * @throws IOException if it cannot be read
	 */
	public void read(FileLocation location, LoadReport report, RowConsumer consumer) throws IOException {
		RecordConsumer each = (record, mapper, position) -> {
			try {
				MappedCustomer mapped = map(record, mapper, position);
				consumer.accept(mapped, position);
				report.add(mapped, position);
			}
			catch (BadFileException ex) {
				report.rows().add(ex);
				consumer.rejected(ex);
			}
		};
		if (SEPARATED.contains(location.extension())) {
			this.csv.read(location, report, each);
		}
		else {
			readObjects(location, report, each);
		}
	}

	private void readObjects(FileLocation location, LoadReport report, RecordConsumer consumer) throws IOException {
		Set<String> named = this.objects.fieldNames();
		Set<String> absent = this.fields.namedProperties();
		ListFile.tolerant(CustomerRow.class, report::unknownProperty).read(location, this.encoding, (row, position) -> {
			for (String name : row.otherNames()) {
				if (named.stream().noneMatch((field) -> field.equals(name) || field.startsWith(name + "."))) {
					report.unknownProperty(name);
				}
			}
			report.rows().next();
			CrmRecord record = row.toRecord();
			absent.removeIf((name) -> record.value(name) != null);
			consumer.accept(record, this.objects, position);
		});
		if (report.rows().rows() > 0) {
			absent.forEach((name) -> report.remarkOnFile(FileFields.PREFIX + " names the property " + name
					+ ", which no customer in the file has" + Nearest.hint(name, report.unknownProperties())));
		}
	}

	private static MappedCustomer map(CrmRecord record, CustomerMapper mapper, FilePosition position) {
		try {
			return mapper.map(record);
		}
		catch (UnusableRecordException ex) {
			throw position.error(String.valueOf(ex.getMessage()));
		}
	}

	/** Receives each record of a file, and the mapper for its format. */
	@FunctionalInterface
	interface RecordConsumer {

		void accept(CrmRecord record, CustomerMapper mapper, FilePosition position);

	}

}
