package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.ADAS_SMS;
import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.GRANT;
import static io.frontlineservice.SampleNumbers.JOSE;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** The worker that the routing rules choose, and the explanation for operators. */
@RunningServiceWithTwilio
class RoutingRulesScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final Management management;

	RoutingRulesScenarioTests(@LocalManagementPort int managementPort) {
		this.management = new Management(managementPort);
	}

	@Test
	void workerAlreadyInConversationKeepsIt() throws Exception {
		this.twilio.deliveries().capturing();
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.twilio.join(sid, "chiara@example.com");
		this.twilio.deliveries().captured().forEach((event) -> this.twilio.deliveries().deliver(event));
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("chiara@example.com");
		assertThat(this.management.explanation(sid)).containsExactly("already-there: a worker is in the conversation");
	}

	@Test
	void workerOfLastConversationComesFirst() throws Exception {
		String first = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		this.twilio.leave(first, "ada@example.com");
		this.twilio.join(first, "chiara@example.com");
		this.settled.await();
		this.twilio.close(first);
		this.settled.await();
		String sid = routed(LINA, ADAS_SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("chiara@example.com");
		assertThat(this.management.explanation(sid)).hasSize(2)
			.last()
			.asString()
			.startsWith("last-talked: the worker of the last conversation, 2");
	}

	@Test
	void unknownCustomerIsRecognizedByNumber() throws Exception {
		String first = routed(STRANGER, ADAS_SMS);
		this.twilio.close(first);
		this.settled.await();
		assertThat(this.twilio.workersOf(routed("whatsapp:" + STRANGER, RunningServiceWithTwilio.WHATSAPP)))
			.containsExactly("ada@example.com");
	}

	@Test
	void ownerOfNumberComesBeforeOwnerOfCustomer() throws Exception {
		String sid = routed(JOSE, ADAS_SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.management.explanation(sid)).containsExactly("customers: 1002",
				"last-talked: no earlier conversation is known", "number-owner: the number belongs to this worker");
	}

	@Test
	void ownerIsAddedWithIdentityFromApp() throws Exception {
		String sid = routed(GRANT, SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(this.management.explanation(sid)).containsExactly("customers: 1032",
				"last-talked: no earlier conversation is known", "number-owner: the number does not belong to a worker",
				"crm-owner: the customer's owner");
	}

	@Test
	void ownerWhoNeverSignedInIsSkipped() throws Exception {
		this.twilio.reset();
		this.twilio.signIn("dmitri@example.com", true);
		String sid = routed(LINA, SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.management.explanation(sid)).element(3)
			.asString()
			.startsWith("crm-owner: the customer's owner, but this identity has never signed in");
	}

	@Test
	void deactivatedOwnerIsSkipped() throws Exception {
		this.twilio.deactivate("ada@example.com");
		String sid = routed(LINA, SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.management.explanation(sid))
			.contains("crm-owner: the customer's owner, but the Frontline user is deactivated");
	}

	@Test
	void unavailableOwnerIsAddedAnyway() throws Exception {
		this.twilio.signIn("ada@example.com", false);
		assertThat(this.twilio.workersOf(routed(LINA, SMS))).containsExactly("ada@example.com");
	}

	@Test
	void defaultWorkerComesLast() throws Exception {
		String sid = routed(STRANGER, SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.management.explanation(sid)).containsExactly("customers: not found in the CRM",
				"last-talked: no earlier conversation is known", "number-owner: the number does not belong to a worker",
				"crm-owner: the customer has no owner", "pool: frontline.routing.pool is empty",
				"default-worker: takes conversations that no other rule assigns");
		assertThat(this.management.get("/routing")).contains(sid, "\"rule\":\"default-worker\"");
	}

	private String routed(String from, String to) {
		String sid = this.twilio.inbound(from, to, "Hello?");
		this.settled.await();
		return sid;
	}

}
