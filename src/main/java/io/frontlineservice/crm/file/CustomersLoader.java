package io.frontlineservice.crm.file;

import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.crm.snapshot.CustomerSnapshot;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
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
 * Loads the customers of a file into memory, or counts them. Called when a file is
 * loaded, when it has changed, and when the configuration is checked. Rejects an id that
 * a row above has. Thread-safe.
 */
final class CustomersLoader {

	private final CustomerFile file;

	CustomersLoader(CustomerFile file) {
		this.file = file;
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
		return new Loaded(new CustomerSnapshot(customers), report);
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
		this.file.read(location, report, (row) -> {
			if (ids.add(row.customer().id())) {
				report.add(row);
				consumer.accept(row.customer());
			}
			else {
				report.addDuplicate(row);
			}
		});
	}

	/**
	 * The content of a file.
	 *
	 * @param snapshot its customers
	 * @param report what is wrong with it
	 */
	record Loaded(CustomerSnapshot snapshot, LoadReport report) {

		/** Logs the report, just before the customers are used. */
		Loaded logReport() {
			this.report.log(this.snapshot.size(), this.snapshot.sharedNumbers().count());
			return this;
		}

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
