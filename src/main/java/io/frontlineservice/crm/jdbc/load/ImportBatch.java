package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.reader.CustomerFileRow;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that the next transaction writes, limited in number and size. Filled by
 * {@link CustomerImport}. Not thread-safe.
 */
final class ImportBatch {

	static final int MOST_ROWS = 1_000;

	private static final int MOST_CHARACTERS = 2_000_000;

	private final List<CustomerFileRow> rows = new ArrayList<>(MOST_ROWS);

	private long characters;

	void add(CustomerFileRow row) {
		this.rows.add(row);
		this.characters += size(row.customer());
	}

	/** The texts of any length; all others are short. */
	private static long size(CrmCustomer customer) {
		Detail details = customer.card().details();
		long attributes = customer.attributes().values().stream().mapToLong((it) -> it.toString().length()).sum();
		return attributes + ((details != null && details.content() != null) ? details.content().length() : 0);
	}

	boolean isFull() {
		return this.rows.size() >= MOST_ROWS || this.characters > MOST_CHARACTERS;
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	List<CustomerFileRow> rows() {
		return this.rows;
	}

	void clear() {
		this.rows.clear();
		this.characters = 0;
	}

}
