package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.dataverse.EntraAccess;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Faults of Dataverse and of the network to it. */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=dataverse",
		"frontline.crm.dataverse.url=https://replaced.crm.dynamics.com",
		"frontline.crm.dataverse.tenant-id=" + EntraAccess.TENANT_ID,
		"frontline.crm.dataverse.calls-per-five-minutes=20000",
		"frontline.crm.dataverse.client-id=" + EntraAccess.CLIENT_ID,
		"frontline.crm.dataverse.client-secret=" + EntraAccess.CLIENT_SECRET, "frontline.callback.budget=1900ms",
		"frontline.senders.sms=+15005550006" })
class DataverseFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemoteDataverse();

	DataverseFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.dataverse.url", CRM::url);
		properties.add("frontline.crm.dataverse.login-url", CRM::url);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
