package io.frontlineservice.crm;

import io.frontlineservice.RunningService;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Faults of Airtable, read live, and of the network to it. */
@RunningService
@Import(VirtualTimeGuard.class)
@TestPropertySource(properties = { "frontline.crm.adapter=airtable",
		"frontline.crm.airtable.access-token=" + PretendAirtable.ACCESS_TOKEN,
		"frontline.crm.airtable.base-id=" + PretendAirtable.BASE_ID,
		"frontline.crm.airtable.table=" + PretendAirtable.TABLE_ID, "frontline.crm.airtable.calls-per-second=50",
		"frontline.callback.budget=1900ms", "frontline.senders.sms=+15005550006" })
class AirtableFaultScenarioTests extends CrmFaultContract {

	private static final RemoteCrm CRM = new RemoteAirtable();

	AirtableFaultScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		super(CRM, port, managementPort);
	}

	@DynamicPropertySource
	static void url(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.airtable.url", CRM::url);
	}

	@AfterAll
	static void close() throws IOException {
		CRM.close();
	}

}
