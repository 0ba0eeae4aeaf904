package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.FilePosition;

/**
 * A row of a customer file that can be used. Passed to a {@link RowConsumer}. Immutable.
 *
 * @param mapped the customer, and what was left out of the row
 * @param position where the row starts
 * @param hasMadeId whether the file has no ids, so that the id is made of the name and
 * the contacts
 */
public record CustomerFileRow(MappedCustomer mapped, FilePosition position, boolean hasMadeId) {

	/** Returns the customer. */
	public CrmCustomer customer() {
		return this.mapped.customer();
	}

}
