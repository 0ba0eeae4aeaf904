package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The sandbox reads its customers from a pretend HubSpot, which its switches affect. */
@RunningSandbox
@TestPropertySource(properties = "frontline.crm.adapter=hubspot")
class PretendCrmScenarioTests {

	@Autowired
	private CrmAdapter crm;

	@Autowired
	private CrmServer server;

	@Autowired
	private FaultSwitches switches;

	@Test
	void customerIsReadOverHttp() {
		this.server.forgetRequests();
		CrmCustomer lina = this.crm.byId(new CustomerId("1001"), soon()).orElseThrow();
		assertThat(lina.name()).isEqualTo("Lina Berg");
		assertThat(lina.owners()).containsExactly(WorkerIdentity.of("ada@example.com"));
		assertThat(lina.channels()).extracting((channel) -> channel.toAddress())
			.contains(new Address(ChannelType.SMS, "+14155550101"),
					new Address(ChannelType.WHATSAPP, "whatsapp:+14155550101"));
		assertThat(lina.attributes()).containsEntry("tier", "gold").containsEntry("city", "Portland");
		assertThat(this.crm.byId(new CustomerId("1040"), soon()).orElseThrow().owners())
			.containsExactly(CrmCustomer.EVERYONE);
		assertThat(this.server.requests()).isNotEmpty();
	}

	@Test
	void switchesActInTheServer() {
		assertOutage(FaultSwitch.DEAD_CRM, CrmUnavailableException.class, "1002");
		assertOutage(FaultSwitch.LIMITED_CRM, CrmBusyException.class, "1003");
	}

	private void assertOutage(FaultSwitch fault, Class<? extends Exception> expected, String id) {
		this.switches.change(fault, true);
		this.server.forgetRequests();
		assertThatExceptionOfType(expected).isThrownBy(() -> this.crm.byId(new CustomerId(id), soon()));
		assertThat(this.server.requests()).isNotEmpty();
		this.switches.change(fault, false);
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(4));
	}

}
