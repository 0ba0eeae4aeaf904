package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Faults of HubSpot and of the network to it. */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=hubspot",
		"frontline.crm.hubspot.access-token=" + PretendHubSpot.ACCESS_TOKEN,
		"frontline.crm.hubspot.searches-per-second=100", "frontline.crm.hubspot.calls-per-ten-seconds=1000",
		"frontline.callback.budget=1900ms", "frontline.senders.sms=+15005550006" })
class HubSpotFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemoteHubSpot();

	HubSpotFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.hubspot.url", CRM::url);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
