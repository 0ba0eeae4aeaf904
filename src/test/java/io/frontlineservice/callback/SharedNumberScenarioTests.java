package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.ADAS_SMS;
import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** The customer of a conversation with a number that several customers share. */
@RunningServiceWithTwilio
class SharedNumberScenarioTests {

	/** Shared by the customers 1, 2 and 3. */
	private static final String OFFICE = "+14155550170";

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "fileCrmAdapter")
	private CrmAdapter crm;

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final Management management;

	SharedNumberScenarioTests(@LocalManagementPort int managementPort) {
		this.management = new Management(managementPort);
	}

	static CrmAdapter crm() {
		return new FakeCrm(customer("3", "ben@example.com", "2026-03-01T00:00:00Z"),
				customer("2", "chiara@example.com", "2026-03-01T00:00:00Z"),
				customer("1", "ada@example.com", "2026-02-01T00:00:00Z"));
	}

	private static CrmCustomer customer(String id, String owner, String updatedAt) {
		CrmCustomer known = TestCustomers.at(TestCustomers.customer(id, "Customer " + id, owner),
				TestCustomers.sms(OFFICE));
		return new CrmCustomer(known.card(), known.owners(), List.of(), null, null, Instant.parse(updatedAt), Map.of());
	}

	@Test
	void customerChangedLastComesFirstThenFirstId() throws Exception {
		String sid = inbound(OFFICE, SMS);
		assertThat(this.management.explanation(sid)).contains("customers: 2, 3, 1", "crm-owner: the customer's owner");
		assertThat(this.twilio.workersOf(sid)).containsExactly("chiara@example.com");
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Customer 2");
	}

	@Test
	void customerOfNumbersOwnerComesFirst() throws Exception {
		String sid = inbound(OFFICE, ADAS_SMS);
		assertThat(this.management.explanation(sid)).contains("customers: 1, 2, 3",
				"number-owner: the number belongs to this worker");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Customer 1");
	}

	@Test
	void customerOfOpenConversationComesFirst() throws Exception {
		String first = inbound(OFFICE, ADAS_SMS);
		String second = inbound(OFFICE, SMS);
		assertThat(this.management.explanation(second)).contains("customers: 1, 2, 3");
		assertThat(this.twilio.conversation(second).friendlyName()).isEqualTo("Customer 1");
		this.twilio.close(first);
		this.twilio.close(second);
		this.settled.await();
		assertThat(this.management.explanation(inbound(OFFICE, SMS))).contains("customers: 2, 3, 1");
	}

	@Test
	void participantHasIdOfFirstCustomer() throws Exception {
		String sid = inbound(OFFICE, SMS);
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes()).contains("\"customer_id\":\"2\"");
	}

	private String inbound(String from, String to) {
		String sid = this.twilio.inbound(from, to, "Hello?");
		this.settled.await();
		return sid;
	}

}
