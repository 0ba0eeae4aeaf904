package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The name and the worker of a conversation that a customer starts. */
@RunningServiceWithTwilio
class InboundScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	private ConversationsGateway gateway;

	@LocalServerPort
	private int port;

	@Test
	void smsOfKnownCustomerReachesOwner() throws Exception {
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		JsonNode conversation = conversation(sid);
		assertThat(conversation.path("friendly_name").asString()).isEqualTo("Lina Berg");
	}

	@Test
	void whatsAppMessageOfKnownCustomerReachesOwner() throws Exception {
		String sid = this.twilio.inbound("whatsapp:" + LINA, WHATSAPP, "Hello?");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		assertThat(conversation(sid).path("friendly_name").asString()).isEqualTo("Lina Berg");
	}

	@Test
	void smsOfUnknownCustomerReachesDefaultWorker() throws Exception {
		String sid = this.twilio.inbound(STRANGER, SMS, "Hello?");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(conversation(sid).path("friendly_name").asString()).isEqualTo(STRANGER);
	}

	@Test
	void workerWhoJoinsMayReadCustomer() throws Exception {
		CrmCallback crm = new CrmCallback(this.port);
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(404);
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		this.twilio.join(sid, "chiara@example.com");
		this.settled.await();
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(200);
		this.twilio.close(sid);
		this.settled.await();
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(404);
	}

	@Test
	void personWithoutANumberIsKnownAgainOnceLinkedToACustomer() throws Exception {
		CrmCallback crm = new CrmCallback(this.port);
		String user = "whatsapp:US.13491208655302";
		String sid = this.twilio.inbound(user, WHATSAPP, "Hello?");
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(conversation(sid).path("friendly_name").asString()).isEqualTo("WhatsApp user (US)");

		link(sid, "1001");
		this.twilio.join(sid, "chiara@example.com");
		this.settled.await();
		assertThat(conversation(sid).path("friendly_name").asString()).isEqualTo("Lina Berg");
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(200);
		this.twilio.close(sid);
		this.settled.await();
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(404);

		String next = this.twilio.inbound(user, WHATSAPP, "Me again");
		assertThat(conversation(next).path("friendly_name").asString()).isEqualTo("Lina Berg");
		this.settled.await();
		assertThat(this.twilio.workersOf(next)).containsExactly("chiara@example.com");
		assertThat(crm.details("chiara@example.com", "1001").statusCode()).isEqualTo(200);
	}

	/** As a worker or another program does it by REST. */
	private void link(String sid, String customerId) {
		ConversationSid conversation = new ConversationSid(sid);
		this.gateway.participants(conversation)
			.stream()
			.filter((participant) -> participant.address() != null)
			.forEach((participant) -> this.gateway.describeParticipant(conversation, participant.sid(),
					"{\"customer_id\":\"" + customerId + "\"}"));
	}

	private JsonNode conversation(String sid) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.twilio.url() + "/pretend/conversations")).build();
		String all = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		for (JsonNode conversation : JsonMapper.shared().readTree(all)) {
			if (conversation.path("sid").asString().equals(sid)) {
				return conversation;
			}
		}
		throw new AssertionError("No such conversation in " + all);
	}

}
