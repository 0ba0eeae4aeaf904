package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads all customers of the table, for the copy in memory. Called by
 * {@code CustomerCopy} on its thread. Thread-safe.
 */
final class AirtableCopy implements Supplier<List<CrmCustomer>> {

	/** For a page, with the wait for its turn and for the end of a pause. */
	private static final Duration TIME_OF_PAGE = Duration.ofMinutes(1);

	private final RecordReader reader;

	private final CustomerRecords records;

	private final RecordQuery all;

	AirtableCopy(AirtableApi api, AirtableSettings settings, AddressReader addresses) {
		FieldMapping fields = AirtableFields.of(settings);
		this.reader = new RecordReader(api);
		this.records = new CustomerRecords(fields, settings, addresses);
		this.all = AirtableCrm.allRecords(settings, fields, this.records);
	}

	/**
	 * Reads all customers.
	 * @throws CrmUnavailableException if Airtable does not answer to the end
	 */
	@Override
	public List<CrmCustomer> get() {
		return this.reader.read(this.all, AllCustomers::new, () -> Deadline.in(TIME_OF_PAGE)).customers;
	}

	/** The customers that have been read. */
	private final class AllCustomers implements RecordReader.Collected {

		private final List<CrmCustomer> customers = new ArrayList<>();

		@Override
		public void add(Map<String, Object> record) {
			this.customers.add(AirtableCopy.this.records.customer(record));
		}

		@Override
		public boolean isEnough() {
			return false;
		}

		@Override
		public void end() {
			// All customers are there.
		}

	}

}
