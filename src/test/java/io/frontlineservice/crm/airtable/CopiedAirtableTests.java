package io.frontlineservice.crm.airtable;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.crm.snapshot.CopiedCrm;
import io.frontlineservice.crm.snapshot.CustomerCopies;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Airtable, read into a copy, does what the service expects of every CRM. */
class CopiedAirtableTests extends CrmAdapterContract {

	private static TestAirtable airtable;

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		airtable.table().clear();
		Map<String, String> ids = airtable.add(customers);
		return new RenumberedCrm(new CopiedCrm(CustomerCopies.of(airtable.copy()), Duration.ofHours(24)), ids);
	}

}
