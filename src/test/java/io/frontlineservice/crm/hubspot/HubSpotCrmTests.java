package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.RenumberedCrm;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** HubSpot does what the service expects of every CRM. */
class HubSpotCrmTests extends CrmAdapterContract {

	private static TestHubSpot hubSpot;

	@BeforeAll
	static void start() {
		hubSpot = new TestHubSpot();
	}

	@AfterAll
	static void stop() {
		hubSpot.close();
	}

	/** The account has the customers of the last call. */
	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		hubSpot.account().contacts().clear();
		Map<String, String> ids = hubSpot.add(customers);
		return new RenumberedCrm(hubSpot.crm(), ids);
	}

}
