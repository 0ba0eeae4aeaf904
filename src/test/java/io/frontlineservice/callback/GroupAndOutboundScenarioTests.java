package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.JOSE;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.MARCUS;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Management;
import io.frontlineservice.OtherProgram;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.work.WorkStore;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations with several customers, and conversations that workers start. */
@RunningServiceWithTwilio
class GroupAndOutboundScenarioTests {

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	@WorkStore
	private JdbcClient store;

	private final Management management;

	GroupAndOutboundScenarioTests(@LocalManagementPort int managementPort) {
		this.management = new Management(managementPort);
	}

	@Test
	void groupIsNamedAndWorkerJoinsWithNumberOfSender() {
		String sid = this.twilio.groupInbound(LINA, List.of(MARCUS, STRANGER), SMS, "Hello all");
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg, Marcus Lindqvist, " + STRANGER);
		assertThat(attributes(sid, LINA).path("customer_id").asString()).isEqualTo("1001");
		assertThat(attributes(sid, MARCUS).path("customer_id").asString()).isEqualTo("1003");
		assertThat(attributes(sid, STRANGER)).isEmpty();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
		Participant ada = participant(sid, 4);
		assertThat(ada.binding().projectedAddress()).isEqualTo(SMS);
		// The participant with the number of the sender is not a customer.
		assertThat(participant(sid, 3).attributes()).isEqualTo("{}");
		assertThat(grants(sid)).containsExactlyInAnyOrder("ada@example.com 1001", "ada@example.com 1003");
	}

	@Test
	void groupIsNamedOverRestIfOnConversationAddIsMissing() {
		this.twilio.conditions().ticked("onConversationAdded");
		String sid = this.twilio.groupInbound(STRANGER, List.of(LINA), SMS, "Hello all");
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo(STRANGER + ", Lina Berg");
		assertThat(this.twilio.workersOf(sid)).containsExactly("ada@example.com");
	}

	@Test
	void conversationKeepsWorkerWhoStartsIt() throws Exception {
		String sid = this.twilio.startOutbound("ben@example.com", "1002", "sms", JOSE);
		this.settled.await();
		assertThat(this.twilio.workersOf(sid)).containsExactly("ben@example.com");
		assertThat(attributes(sid, JOSE).path("customer_id").asString()).isEqualTo("1002");
		assertThat(attributes(sid, JOSE).path("display_name").asString()).isEqualTo("José Nuñez");
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("José Nuñez");
		assertThat(this.management.explanation(sid)).isEmpty();
		assertThat(grants(sid)).containsExactly("ben@example.com 1002");
	}

	@Test
	void givenNameAndAttributesOfOutboundConversationStay() throws Exception {
		this.twilio.deliveries().dropping((event) -> true);
		String sid = this.twilio.startOutbound("ben@example.com", "1002", "sms", JOSE);
		new OtherProgram(this.twilio).write("/Conversations/" + sid, "FriendlyName", "Quote 2208", "Attributes",
				"{\"avatar\":\"https://example.com/quote.png\"}");
		this.twilio.deliveries().reset();
		this.twilio.leave(sid, "ben@example.com");
		this.twilio.join(sid, "chiara@example.com");
		this.settled.await();
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Quote 2208");
		assertThat(this.twilio.conversation(sid).attributes())
			.isEqualTo("{\"avatar\":\"https://example.com/quote.png\"}");
		assertThat(this.twilio.workersOf(sid)).containsExactly("chiara@example.com");
		assertThat(grants(sid)).containsExactly("chiara@example.com 1002");
	}

	private List<String> grants(String sid) {
		return this.store.sql("select worker, customer_id from visibility_grant where conversation_sid = :sid")
			.param("sid", sid)
			.query((row, number) -> row.getString(1) + " " + row.getString(2))
			.list();
	}

	private Participant participant(String sid, int place) {
		return this.twilio.conversation(sid).participants().get(place);
	}

	private JsonNode attributes(String sid, String address) {
		return this.twilio.conversation(sid)
			.participants()
			.stream()
			.filter((it) -> it.binding() != null && address.equals(it.binding().address()))
			.map((it) -> JsonMapper.shared().readTree(it.attributes()))
			.findFirst()
			.orElseThrow();
	}

}
