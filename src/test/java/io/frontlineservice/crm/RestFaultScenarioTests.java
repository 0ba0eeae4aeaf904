package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Faults of a company's server with the API of this project, and of the network to it.
 */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=rest", "frontline.crm.rest.url=https://replaced.example.com",
		"frontline.crm.rest.authentication.type=bearer",
		"frontline.crm.rest.authentication.token=" + PretendCustomersApi.TOKEN,
		"frontline.crm.rest.calls-per-second=1000", "frontline.callback.budget=1900ms",
		"frontline.senders.sms=+15005550006" })
class RestFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemoteRest();

	RestFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.rest.url", () -> CRM.url() + PretendCustomersApi.PATH);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
