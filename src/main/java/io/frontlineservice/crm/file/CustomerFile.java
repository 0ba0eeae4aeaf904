package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.ListFile;
import io.frontlineservice.text.Nearest;
import io.frontlineservice.worker.WorkerIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads a file of customers in any format. Called when it is loaded, when it has changed,
 * and when the configuration is checked. Thread-safe.
 */
final class CustomerFile {

	private static final Set<String> SEPARATED = Set.of("csv", "tsv", "txt");

	private final CsvRows csv;

	private final CustomerMapper objects;

	private final FileEncoding encoding;

	private final FileFields fields;

	CustomerFile(FileFields fields, AddressReader addresses, FileEncoding encoding) {
		this.csv = new CsvRows(fields, addresses, encoding);
		this.encoding = encoding;
		this.fields = fields;
		this.objects = new CustomerMapper(fields.forObjects(), addresses);
	}

	/**
	 * Reads the file into memory.
	 * @throws BadFileException if it cannot be used
	 * @throws IOException if it cannot be read
	 */
	Loaded load(FileLocation location) throws IOException {
		LoadReport report = new LoadReport();
		List<CrmCustomer> customers = new ArrayList<>();
		Map<Set<String>, Set<WorkerIdentity>> owners = new HashMap<>();
		read(location, report, (customer) -> customers.add(withSharedOwners(customer, owners)));
		CustomerSnapshot snapshot = new CustomerSnapshot(customers);
		report.log(snapshot.size(), snapshot.sharedNumbers().count());
		return new Loaded(snapshot, report);
	}

	/** Most customers share their owners with others, so these share one set. */
	private static CrmCustomer withSharedOwners(CrmCustomer customer, Map<Set<String>, Set<WorkerIdentity>> owners) {
		Set<String> written = customer.owners().stream().map(WorkerIdentity::written).collect(Collectors.toSet());
		Set<WorkerIdentity> shared = owners.computeIfAbsent(written, (key) -> customer.owners());
		return new CrmCustomer(customer.card(), shared, customer.emails(), customer.company(), customer.language(),
				customer.updatedAt(), customer.attributes());
	}

	/** Reads the file for its report only; throws as {@link #load} does. */
	LoadReport check(FileLocation location) throws IOException {
		LoadReport report = new LoadReport();
		read(location, report, (customer) -> {
		});
		return report;
	}

	/** Reads the file for a summary of its customers; throws as {@link #load} does. */
	CustomerSummary summary(FileLocation location) throws IOException {
		CustomerSummary summary = new CustomerSummary();
		read(location, new LoadReport(), summary::add);
		return summary;
	}

	/**
	 * Reads the file for its report and its summary, also if rows have errors.
	 * @throws BadFileException if it has no rows that can be read: see
	 * {@link LoadReport#rows} for errors of rows
	 */
	Examined examine(FileLocation location) throws IOException {
		Examined examined = new Examined(new LoadReport(), new CustomerSummary());
		readRows(location, examined.report(), examined.summary()::add);
		return examined;
	}

	private void read(FileLocation location, LoadReport report, Consumer<CrmCustomer> consumer) throws IOException {
		readRows(location, report, consumer);
		report.rows().throwErrors();
	}

	private void readRows(FileLocation location, LoadReport report, Consumer<CrmCustomer> consumer) throws IOException {
		Set<CustomerId> ids = new HashSet<>();
		RecordConsumer each = (record, mapper, position) -> {
			try {
				MappedCustomer mapped = map(record, mapper, position);
				if (!ids.add(mapped.customer().id())) {
					throw position.error("another customer above has the same customer_id");
				}
				report.add(mapped, position);
				consumer.accept(mapped.customer());
			}
			catch (BadFileException ex) {
				report.rows().add(ex);
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

	/** Is given each record of a file, and the mapper for its format. */
	@FunctionalInterface
	interface RecordConsumer {

		void accept(CrmRecord record, CustomerMapper mapper, FilePosition position);

	}

	/**
	 * The content of a file.
	 *
	 * @param snapshot its customers
	 * @param report what is wrong with it
	 */
	record Loaded(CustomerSnapshot snapshot, LoadReport report) {
	}

	/**
	 * What a file has, for operators.
	 *
	 * @param report what is wrong with it
	 * @param summary its customers, counted
	 */
	record Examined(LoadReport report, CustomerSummary summary) {
	}

}
