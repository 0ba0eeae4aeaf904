package io.frontlineservice.crm.file;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.file.CustomerRow.ChannelRow;
import io.frontlineservice.crm.file.FileCrmSettings.Columns;
import io.frontlineservice.datafile.FilePosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customers below the header of one CSV file. Made by {@link CsvRows}, anew for each
 * reading of a file.
 */
final class CsvCustomers {

	private static final String FIRST_NAME = "first_name";

	/** Between the values of a field in Google Contacts. */
	private static final Pattern BETWEEN_VALUES = Pattern.compile(" ::: ");

	private final CsvHeader header;

	private final LoadReport report;

	private final Set<String> madeIds = new HashSet<>();

	private int leftOut;

	private boolean unnamedValues;

	private CsvCustomers(CsvHeader header, LoadReport report) {
		this.header = header;
		this.report = report;
	}

	/** Those below that header. */
	static CsvCustomers below(CsvRecord header, Columns columns, FilePosition position, LoadReport report) {
		CsvHeader read = new CsvHeaderReader(columns).read(header.getFields(), position, report);
		HeaderRemarks.on(read, columns, report);
		return new CsvCustomers(read, report);
	}

	static boolean isBlank(CsvRecord record) {
		return record.getFields().stream().allMatch(String::isEmpty);
	}

	/** Hands on the customer of that record, if there is one. */
	void read(CsvRecord record, FilePosition position, BiConsumer<CustomerRow, FilePosition> consumer) {
		if (isBlank(record)) {
			return;
		}
		if (record.getFields().stream().skip(this.header.size()).anyMatch((field) -> !field.isEmpty())) {
			throw position.error("this line has more fields than the header");
		}
		this.unnamedValues |= this.header.hasUnnamedValue(record);
		CustomerRow row = row(record);
		if (this.header.has(CsvColumn.CUSTOMER_ID)) {
			consumer.accept(row, position);
			return;
		}
		String id = madeId(row);
		if (id != null && this.madeIds.add(id)) {
			consumer.accept(row.withCustomerId(id), position);
		}
		else {
			this.leftOut++;
		}
	}

	/** Remarks on what became of the file as a whole. */
	void end() {
		if (this.unnamedValues) {
			this.report.remarkOnFile("values in a column whose name is missing in the header are left out");
		}
		if (this.leftOut > 0) {
			this.report.remarkOnFile(this.leftOut
					+ " rows are left out: they have no name, number or e-mail address, or all those of a row above");
		}
	}

	private CustomerRow row(CsvRecord record) {
		List<@Nullable ChannelRow> channels = new ArrayList<>(3);
		addChannels(channels, ChannelType.SMS.wireName(), this.header.values(record, CsvColumn.PHONE));
		addChannels(channels, ChannelType.WHATSAPP.wireName(), this.header.values(record, CsvColumn.WHATSAPP));
		addChannels(channels, "email", this.header.values(record, CsvColumn.EMAIL));
		return new CustomerRow(this.header.value(record, CsvColumn.CUSTOMER_ID), name(record),
				this.header.value(record, CsvColumn.WORKER), null, null, channels, null, null, null,
				this.header.value(record, CsvColumn.COMPANY), this.header.value(record, CsvColumn.LANGUAGE), null,
				attributes(record));
	}

	private @Nullable String name(CsvRecord record) {
		if (this.header.has(CsvColumn.DISPLAY_NAME)) {
			return this.header.value(record, CsvColumn.DISPLAY_NAME);
		}
		return Stream.of(CsvColumn.FIRST_NAME, CsvColumn.LAST_NAME)
			.map((part) -> this.header.value(record, part))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
	}

	private Map<String, @Nullable Object> attributes(CsvRecord record) {
		Map<String, @Nullable Object> attributes = new HashMap<>();
		this.header.attributes()
			.forEach((name, place) -> attributes.put(name, attribute(CsvHeader.value(record, place))));
		// Without a last name beside it, a column called "Nombre" holds the whole name.
		if (this.header.has(CsvColumn.LAST_NAME)) {
			attributes.putIfAbsent(FIRST_NAME, this.header.value(record, CsvColumn.FIRST_NAME));
		}
		return attributes;
	}

	/** CSV has no types; this is how spreadsheets write a boolean. */
	private static @Nullable Object attribute(@Nullable String value) {
		boolean isBoolean = "true".equalsIgnoreCase(value) || "false".equalsIgnoreCase(value);
		return isBoolean ? (Object) Boolean.valueOf(value) : value;
	}

	private static void addChannels(List<@Nullable ChannelRow> channels, String type, List<String> values) {
		values.stream()
			.flatMap(BETWEEN_VALUES::splitAsStream)
			.forEach((value) -> channels.add(new ChannelRow(type, value)));
	}

	/** An id for an export that has none; the same as long as the customer is. */
	private static @Nullable String madeId(CustomerRow row) {
		String identity = Stream
			.concat(Stream.of(Objects.requireNonNullElse(row.displayName(), "")),
					Objects.requireNonNull(row.channels())
						.stream()
						.map((it) -> String.valueOf(Objects.requireNonNull(it).value())))
			.collect(Collectors.joining("\n"));
		return identity.isBlank() ? null : UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
