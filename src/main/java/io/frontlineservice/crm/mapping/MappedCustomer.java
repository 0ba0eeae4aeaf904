package io.frontlineservice.crm.mapping;

import io.frontlineservice.customer.CrmCustomer;
import java.util.List;

/**
 * A customer and what was left out of it. Returned by {@link CustomerMapper}. An adapter
 * that maps records on request uses the customer alone; one that reads many records at
 * once adds this to a {@link MappingReport}. Immutable.
 *
 * @param customer the customer
 * @param remarks what is wrong with its record, and what came of it
 */
public record MappedCustomer(CrmCustomer customer, List<Remark> remarks) {

	public MappedCustomer {
		remarks = List.copyOf(remarks);
	}

}
