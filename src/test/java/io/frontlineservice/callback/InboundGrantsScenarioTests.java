package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.ADAS_SMS;
import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.JOSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Workers may read a customer of another worker as long as they are in a conversation
 * with the customer.
 */
@RunningServiceWithTwilio
class InboundGrantsScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final CrmCallback customers;

	private final Callback conversations;

	private final Callback templates;

	InboundGrantsScenarioTests(@LocalServerPort int port) {
		this.customers = new CrmCallback(port);
		this.conversations = Callback.outgoingConversation(port);
		this.templates = Callback.templates(port);
	}

	@Test
	void workerMayReadCustomerUntilConversationEnds() throws Exception {
		assertStatus("ada@example.com", 404);
		String sid = inbound(ADAS_SMS);
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertStatus("ada@example.com", 200);
		assertStatus("Ada.Okafor@example.com", 200);
		assertStatus("dmitri@example.com", 404);
		assertThat(this.customers.walk("ada@example.com", 100)).doesNotContain("1002");
		this.twilio.close(sid);
		assertStatus("ada@example.com", 404);
		this.settled.await();
		assertStatus("ada@example.com", 404);
	}

	@Test
	void workerMayReadCustomerUntilLastConversationEnds() throws Exception {
		String first = inbound(ADAS_SMS);
		String second = inbound(SMS);
		assertThat(this.twilio.workersOf(second)).containsExactly("ada@example.com");
		this.twilio.close(first);
		this.settled.await();
		assertStatus("ada@example.com", 200);
		this.twilio.close(second);
		this.settled.await();
		assertStatus("ada@example.com", 404);
	}

	@Test
	void workerMayReadCustomerFromJoiningUntilLeaving() throws Exception {
		this.twilio.conditions().ticked("onParticipantAdded", "onParticipantRemoved");
		String sid = inbound(SMS);
		this.twilio.join(sid, "dmitri@example.com");
		this.settled.await();
		assertStatus("dmitri@example.com", 200);
		this.twilio.leave(sid, "dmitri@example.com");
		this.settled.await();
		assertStatus("dmitri@example.com", 404);
	}

	private String inbound(String to) {
		String sid = this.twilio.inbound(JOSE, to, "Hello?");
		this.settled.await();
		return sid;
	}

	private void assertStatus(String worker, int status) throws Exception {
		assertThat(this.customers.details(worker, "1002").statusCode()).isEqualTo(status);
		assertThat(this.templates.post("Location", "GetTemplatesByCustomerId", "Worker", worker, "CustomerId", "1002")
			.statusCode()).isEqualTo(status);
		assertThat(this.conversations
			.post("Location", "GetProxyAddress", "Worker", worker, "CustomerId", "1002", "ChannelType", "sms",
					"ChannelValue", JOSE)
			.statusCode()).isEqualTo(status);
	}

}
