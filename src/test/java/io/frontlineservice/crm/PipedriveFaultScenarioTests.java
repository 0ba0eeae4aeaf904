package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Faults of Pipedrive and of the network to it. */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=pipedrive", "frontline.crm.pipedrive.url=http://localhost:1",
		"frontline.crm.pipedrive.api-token=" + PretendPipedrive.API_TOKEN,
		"frontline.crm.pipedrive.searches-per-two-seconds=100", "frontline.crm.pipedrive.calls-per-two-seconds=1000",
		"frontline.callback.budget=1900ms", "frontline.senders.sms=+15005550006" })
class PipedriveFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemotePipedrive();

	PipedriveFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.pipedrive.url", CRM::url);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
