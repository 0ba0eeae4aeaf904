package io.frontlineservice.crm.reader;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.datafile.FilePosition;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers below the header of one CSV file. Created by {@link CsvRows} for each
 * reading of a file. Not thread-safe.
 */
final class CsvCustomers {

	private final CsvHeader header;

	private final CsvFields fields;

	private final CustomerMapper mapper;

	private final RowReading reading;

	private boolean unnamedValues;

	private CsvCustomers(CsvFields fields, FileFields settings, AddressReader addresses, RowReading reading) {
		this.header = fields.header();
		this.fields = fields;
		this.mapper = new CustomerMapper(this.fields.mapping(settings.settings()), addresses);
		this.reading = reading;
	}

	/** The customers below that header. */
	static CsvCustomers below(CsvRecord header, FileFields settings, AddressReader addresses, FilePosition position,
			RowReading reading) {
		CsvHeader read = new CsvHeaderReader(settings).read(header.getFields(), position, reading.report());
		CsvFields columns = new CsvFields(read);
		HeaderCheck.check(read, columns.names(), settings, position);
		HeaderRemarks.on(read, settings, reading.report());
		return new CsvCustomers(columns, settings, addresses, reading);
	}

	static boolean isBlank(CsvRecord record) {
		return record.getFields().stream().allMatch(String::isEmpty);
	}

	/** Passes on the record of that row, if there is a customer in it. */
	void read(CsvRecord row, FilePosition position) {
		if (isBlank(row)) {
			return;
		}
		this.reading.nextRow();
		if (row.getFields().stream().skip(this.header.size()).anyMatch((field) -> !field.isEmpty())) {
			this.reading.reject(position.error("this line has more fields than the header"));
			return;
		}
		this.unnamedValues |= this.header.hasUnnamedValue(row);
		boolean hasIds = this.header.has(CustomerField.CUSTOMER_ID);
		String madeId = hasIds ? null : madeId(row);
		if (hasIds || madeId != null) {
			this.reading.accept(new CsvRow(this.fields, row, madeId), this.mapper, position, !hasIds);
		}
		else {
			this.reading.report().leaveOut();
		}
	}

	/** Adds the remarks on the file as a whole. */
	void end() {
		if (this.unnamedValues) {
			this.reading.report().remarkOnFile("values in a column without a name in the header are left out");
		}
	}

	/**
	 * An id for a row of a file without ids; it changes with the name and the contacts.
	 */
	private @Nullable String madeId(CsvRecord row) {
		Stream<String> contacts = Stream.of(CustomerField.PHONE, CustomerField.WHATSAPP, CustomerField.EMAIL)
			.flatMap((field) -> CsvFields.parts(this.header.values(row, field)));
		String identity = Stream.concat(Stream.of(name(row)), contacts).collect(Collectors.joining("\n"));
		return identity.isBlank() ? null : UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
	}

	private String name(CsvRecord row) {
		if (this.header.has(CustomerField.DISPLAY_NAME)) {
			return Objects.requireNonNullElse(this.header.value(row, CustomerField.DISPLAY_NAME), "");
		}
		return Stream.of(CustomerField.FIRST_NAME, CustomerField.LAST_NAME)
			.map((part) -> this.header.value(row, part))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

}
