package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Pipedrive does what the service expects of every CRM. */
class PipedriveCrmTests extends CrmAdapterContract {

	private static TestPipedrive pipedrive;

	@BeforeAll
	static void start() {
		pipedrive = new TestPipedrive();
	}

	@AfterAll
	static void stop() {
		pipedrive.close();
	}

	/** The account has the customers of the last call. */
	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		pipedrive.pipedrive().account().clear();
		Map<String, String> ids = pipedrive.add(customers);
		return new RenumberedCrm(pipedrive.crm(pipedrive.settings(TestPipedrive.FIELDS)), ids);
	}

}
