package io.frontlineservice.crm.file;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.FilePosition;
import io.frontlineservice.datafile.ListFile;
import io.frontlineservice.text.CleanText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads a file of customers, whatever its format. Called when it is loaded, when it has
 * changed, and when the configuration is checked. Thread-safe.
 */
final class CustomerFile {

	private static final Set<String> SEPARATED = Set.of("csv", "tsv", "txt");

	private final CsvRows csv;

	private final AddressReader addresses;

	CustomerFile(FileCrmSettings.Columns columns, AddressReader addresses) {
		this.csv = new CsvRows(columns);
		this.addresses = addresses;
	}

	/**
	 * Reads the file, ready to be asked.
	 * @throws io.frontlineservice.datafile.BadFileException if it cannot be used
	 * @throws IOException if it cannot be read
	 */
	Loaded load(FileLocation location) throws IOException {
		LoadReport report = new LoadReport();
		List<CrmCustomer> customers = new ArrayList<>();
		read(location, report, customers::add);
		CustomerSnapshot book = new CustomerSnapshot(customers);
		report.log(book.size(), book.sharedNumbers().count());
		return new Loaded(book, report);
	}

	/** Reads the file to see what is amiss in it; throws as {@link #load} does. */
	LoadReport check(FileLocation location) throws IOException {
		LoadReport report = new LoadReport();
		read(location, report, (customer) -> {
		});
		return report;
	}

	private void read(FileLocation location, LoadReport report, Consumer<CrmCustomer> consumer) throws IOException {
		CustomerMapper mapper = new CustomerMapper(this.addresses);
		Set<CustomerId> ids = new HashSet<>();
		int[] row = { 0 };
		BiConsumer<CustomerRow, FilePosition> each = (written, position) -> {
			report.at(++row[0], CleanText.line(written.customerId()));
			CrmCustomer customer = mapper.map(written, position, report);
			if (!ids.add(customer.id())) {
				throw position.error("another customer above has the same customer_id");
			}
			consumer.accept(customer);
		};
		if (SEPARATED.contains(location.extension())) {
			this.csv.read(location, report, each);
		}
		else {
			ListFile.tolerant(CustomerRow.class, report::unknownProperty).read(location, each);
		}
	}

	/**
	 * What a file holds.
	 *
	 * @param book its customers
	 * @param report what is amiss in it
	 */
	record Loaded(CustomerSnapshot book, LoadReport report) {
	}

}
