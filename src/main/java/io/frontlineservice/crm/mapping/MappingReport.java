package io.frontlineservice.crm.mapping;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.text.CleanText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The remarks on many records that were mapped in one go, with their rows. Filled by
 * adapters that read all their customers at once, or import them; shown to operators.
 * Keeps no name, number or address, and the first 10,000 remarks. Not thread-safe.
 */
public final class MappingReport {

	/** How many remarks are kept; further ones are counted only. */
	public static final int MOST_KEPT = 10_000;

	private final List<RowRemark> remarks = new ArrayList<>();

	private int customers;

	private int remarkCount;

	private int withoutWorker;

	private int unusableAddresses;

	/**
	 * Adds a customer.
	 * @param row the position of its record among all records, from 1
	 */
	public void add(int row, MappedCustomer mapped) {
		this.customers++;
		CustomerId id = mapped.remarks().isEmpty() ? null : printable(mapped.customer().id());
		mapped.remarks().forEach((remark) -> add(row, id, remark));
	}

	private static @Nullable CustomerId printable(CustomerId id) {
		String line = CleanText.line(id.value());
		return (line != null) ? new CustomerId(line) : null;
	}

	private void add(int row, @Nullable CustomerId customerId, Remark remark) {
		this.remarkCount++;
		if (this.remarks.size() < MOST_KEPT) {
			this.remarks.add(new RowRemark(row, customerId, remark.text()));
		}
		switch (remark.kind()) {
			case NO_WORKER -> this.withoutWorker++;
			case UNUSABLE_ADDRESS -> this.unusableAddresses++;
			case OTHER -> {
			}
		}
	}

	/** Returns how many customers were added. */
	public int customers() {
		return this.customers;
	}

	/** Returns how many remarks there are, those included that are not kept. */
	public int remarkCount() {
		return this.remarkCount;
	}

	/** Returns how many customers have no owner. */
	public int withoutWorker() {
		return this.withoutWorker;
	}

	/** Returns how many numbers and chat identities were left out. */
	public int unusableAddresses() {
		return this.unusableAddresses;
	}

	/** Returns the remarks that are kept, in the order in which they were added. */
	public List<RowRemark> remarks() {
		return Collections.unmodifiableList(this.remarks);
	}

	/**
	 * A remark with its place. Immutable.
	 *
	 * @param row the position of the record, from 1; 0 for the records as a whole
	 * @param customerId the customer's id; null for the records as a whole
	 * @param text what is wrong, and what came of it
	 */
	public record RowRemark(int row, @Nullable CustomerId customerId, String text) {

		/** Returns whether it says that the customer has no owner. */
		public boolean saysNoWorker() {
			return this.text.equals(Remarks.NO_WORKER);
		}

	}

}
