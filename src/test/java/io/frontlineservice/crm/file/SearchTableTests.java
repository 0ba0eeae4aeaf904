package io.frontlineservice.crm.file;

import io.frontlineservice.crm.SearchTableContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;

/** Names and numbers in a file are found however they are typed. */
class SearchTableTests extends SearchTableContract {

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return FileCrms.of(customers);
	}

}
