package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceAccess;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Faults of Salesforce and of the network to it. */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=salesforce",
		"frontline.crm.salesforce.url=https://replaced.my.salesforce.com",
		"frontline.crm.salesforce.client-id=" + SalesforceAccess.CLIENT_ID,
		"frontline.crm.salesforce.client-secret=" + SalesforceAccess.CLIENT_SECRET, "frontline.callback.budget=1900ms",
		"frontline.senders.sms=+15005550006" })
class SalesforceFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemoteSalesforce();

	SalesforceFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.salesforce.url", CRM::url);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
