package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.worker.TestWorkers.worker;

import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.worker.Worker;

/**
 * Salesforce keeps the promises of the port also while it acts as a worker, here one with
 * whom all customers are shared.
 */
class SalesforceAsWorkerContractTests extends SalesforceContract {

	private static final Worker MANAGER = worker("manager@example.com");

	SalesforceAsWorkerContractTests() {
		this.salesforce.actAsWorkers().permittedUser("manager@example.com");
	}

	@Override
	CrmAdapter called(SalesforceCrm crm) {
		return crm.actingAs(MANAGER);
	}

}
