package io.frontlineservice.crm.file;

import io.frontlineservice.crm.SearchExampleContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;

/** Searches in a file, as people type them. */
class SearchExampleTests extends SearchExampleContract {

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return FileCrms.of(customers);
	}

}
