package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Airtable, read live, does what the service expects of every CRM. */
class AirtableCrmTests extends CrmAdapterContract {

	private static TestAirtable airtable;

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	/** The table has the customers of the last call. */
	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		airtable.table().clear();
		Map<String, String> ids = airtable.add(customers);
		return new RenumberedCrm(airtable.crm(), ids);
	}

}
