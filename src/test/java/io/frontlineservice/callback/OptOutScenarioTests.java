package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.MARCUS;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.address.Address;
import io.frontlineservice.consent.optout.OptOuts;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.work.WorkStore;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who opt out, and what workers can do then. */
@RunningServiceWithTwilio
@ExtendWith(OutputCaptureExtension.class)
class OptOutScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final AtomicInteger MESSAGES = new AtomicInteger();

	/** The clock of the events, in minutes. */
	private static final Instant NOON = Instant.parse("2024-05-03T12:00:00Z");

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	private OptOuts optOuts;

	@Autowired
	private KnownParticipants participants;

	@Autowired
	@WorkStore
	private JdbcClient store;

	private final Callback conversations;

	private final Callback outgoing;

	private final Callback templates;

	private final CrmCallback crm;

	private final Management management;

	private String sid;

	OptOutScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.conversations = Callback.conversations(port);
		this.outgoing = Callback.outgoingConversation(port);
		this.templates = Callback.templates(port);
		this.crm = new CrmCallback(port);
		this.management = new Management(managementPort);
	}

	@BeforeEach
	void openConversation() {
		this.store.sql("delete from known_participant").update();
		this.sid = open(LINA);
		this.store.sql("update known_participant set last_inbound_at = null").update();
	}

	@Test
	void workerOfCustomerWhoSentStopIsToldEverywhere(CapturedOutput output) throws Exception {
		assertThat(send("Hello").statusCode()).isEqualTo(200);
		write("Stop!", 1);

		HttpResponse<String> rejected = send("A private matter");
		assertThat(rejected.statusCode()).isEqualTo(403);
		assertThat(rejected.body()).contains("Opted out on 3 May", "by STOP (SMS)", "START");
		assertThat(this.crm.details(ADA, "1001").body()).contains("Opted out on 3 May", "by STOP (SMS)");
		HttpResponse<String> refused = proxyAddress();
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("Opted out on 3 May");
		assertThat(templates()).isEqualTo("[]");
		assertThat(this.management.get("/prometheus")).contains("frontline_messages_rejected_total{rule=\"opt-out\"}");
		assertThat(output).doesNotContain("A private matter", "4155550101");
	}

	@Test
	void startEndsOptOut() throws Exception {
		write("STOP", 1);
		write("start", 2);

		assertThat(send("Hello").statusCode()).isEqualTo(200);
		assertThat(this.crm.details(ADA, "1001").body()).doesNotContain("Opted out");
		assertThat(proxyAddress().statusCode()).isEqualTo(200);
		assertThat(templates()).isNotEqualTo("[]");
	}

	@Test
	void orderAndRepetitionOfEventsDoNotMatter() throws Exception {
		List<Word> words = List.of(new Word("STOP", 1), new Word("YES", 2), new Word("Opt out", 3), new Word("Hi", 4));
		for (List<Word> order : permutations(words)) {
			this.store.sql("delete from opt_out_event").update();
			for (Word word : order) {
				write(word.body(), word.minute(), word.messageSid());
				write(word.body(), word.minute(), word.messageSid());
			}
			assertThat(send("Hello").statusCode()).as("%s", order).isEqualTo(403);
			assertThat(count()).as("%s", order).isEqualTo(3);
			write("START", 5);
			assertThat(send("Hello").statusCode()).as("%s", order).isEqualTo(200);
		}
	}

	@Test
	void optOutHoldsOnEveryChannelAndNumberOfCustomer() throws Exception {
		write("STOP", 1);
		String whatsApp = open("whatsapp:" + LINA, RunningServiceWithTwilio.WHATSAPP);

		assertThat(send(whatsApp, "Hello").statusCode()).isEqualTo(403);
		assertThat(send(open(MARCUS), "Hello").statusCode()).isEqualTo(200);
		String group = this.twilio.groupInbound(MARCUS, List.of(LINA), SMS, "Hello");
		this.settled.await();
		assertThat(send(group, "Hello").statusCode()).isEqualTo(403);
	}

	@Test
	void stopBeforeCustomerIsKnownHoldsForCustomer() throws Exception {
		this.store.sql("delete from known_participant").update();
		write("STOP", 1);
		assertThat(send("Hello").statusCode()).isEqualTo(403);
		this.conversations.post("EventType", "onParticipantAdded", "ConversationSid", this.sid);
		this.settled.await();

		assertThat(send("Hello").statusCode()).isEqualTo(403);
		assertThat(this.store.sql("select customer from opt_out_event").query(String.class).single()).hasSize(64);
	}

	@Test
	void messagesOfCustomersAndProgramsPass() throws Exception {
		write("STOP", 1);

		assertThat(this.conversations
			.post("EventType", "onMessageAdd", "ConversationSid", this.sid, "Body", "Hi", "Author", LINA, "Source",
					"SMS")
			.body()).isEqualTo("{}");
		assertThat(this.conversations
			.post("EventType", "onMessageAdd", "ConversationSid", this.sid, "Body", "Bye", "Author", "system", "Source",
					"API")
			.statusCode()).isEqualTo(200);
	}

	@Test
	void customerOnChatOptsOutAndIsNeverRejected() throws Exception {
		this.participants.identify(new ConversationSid(this.sid), "MB" + "c".repeat(32),
				PersonKeys.of(Address.ofIdentity("visitor"), null), "chat", null);
		String[] stop = { "AccountSid", "AC" + "0".repeat(32), "Attributes", "{}", "Author", "visitor", "Body", "STOP",
				"ClientIdentity", "visitor", "ConversationSid", this.sid, "DateCreated", NOON.toString(), "MessageSid",
				message(), "ParticipantSid", "MB" + "c".repeat(32), "Source", "SDK" };
		assertThat(this.conversations.post(added(stop)).statusCode()).isEqualTo(200);

		assertThat(send("Hello").body()).contains("by STOP");
		assertThat(this.conversations
			.post("EventType", "onMessageAdd", "ConversationSid", this.sid, "Body", "Hi", "Author", "visitor",
					"ClientIdentity", "visitor", "Source", "SDK")
			.statusCode()).isEqualTo(200);
	}

	@Test
	void stopThatWorkerWritesIsNotOptOut() throws Exception {
		assertThat(this.conversations
			.post("EventType", "onMessageAdded", "AccountSid", "AC" + "0".repeat(32), "Author", ADA, "Body", "STOP",
					"ClientIdentity", ADA, "ConversationSid", this.sid, "MessageSid", message(), "ParticipantSid",
					"MB" + "d".repeat(32), "Source", "SDK")
			.statusCode()).isEqualTo(200);
		assertThat(count()).isZero();
	}

	@Test
	void messageThatCannotBeReadIsSent() throws Exception {
		write("STOP", 1);

		for (String wrong : List.of("", "CH1", "x".repeat(5000))) {
			assertThat(send(wrong, "Hello").body()).isEqualTo("{}");
		}
		assertThat(this.conversations
			.post("EventType", "onMessageAdd", "ConversationSid", this.sid, "ConversationSid", "CH1", "ClientIdentity",
					ADA)
			.statusCode()).isEqualTo(200);
	}

	@Test
	void error21610IsOptOutUntilStart() throws Exception {
		learn(21610, 1);
		learn(21610, 1);
		learn(30003, 1);

		assertThat(count()).isEqualTo(1);
		assertThat(send("Hello").statusCode()).isEqualTo(403);
		write("Hello?", 2);
		assertThat(send("Hello").statusCode()).isEqualTo(403);
		write("START", 3);
		assertThat(send("Hello").statusCode()).isEqualTo(200);
	}

	@Test
	void error63014EndsWhenPersonWritesAgainInAnyOrder() throws Exception {
		learn(63014, 1);
		assertThat(send("Hello").statusCode()).isEqualTo(403);
		write("Hello?", 2);
		assertThat(send("Hello").statusCode()).isEqualTo(200);
		this.store.sql("delete from known_participant where last_inbound_at is null").update();
		this.store.sql("update known_participant set last_inbound_at = null").update();
		assertThat(send("Hello").statusCode()).isEqualTo(200);

		this.store.sql("delete from opt_out_event").update();
		write("Hello?", 5);
		learn(63014, 4);
		assertThat(send("Hello").statusCode()).isEqualTo(200);
		learn(63014, 6);
		assertThat(send("Hello").statusCode()).isEqualTo(403);
	}

	@Test
	void operatorExportsAndEntersOptOuts(CapturedOutput output) throws Exception {
		write("STOP", 1, "IM" + "e".repeat(32));
		String export = this.management.get("/optOuts");
		assertThat(export)
			.contains("\"optedOut\":true", "\"how\":\"keyword\"", "\"word\":\"STOP\"", "IM" + "e".repeat(32),
					"\"at\":\"2024-05-03T12:01:00Z\"", "\"channel\":\"sms\"")
			.doesNotContain("4155550101");

		assertThat(enter("whatsapp:" + LINA, "false").statusCode()).isEqualTo(200);
		assertThat(send("Hello").statusCode()).isEqualTo(200);
		assertThat(enter(LINA, "true").statusCode()).isEqualTo(200);
		assertThat(send("Hello").body()).contains("entered by an operator");
		assertThat(enter("Lina", "true").statusCode()).isEqualTo(400);
		assertThat(output).doesNotContain("4155550101");
	}

	@Test
	void stopOfPersonWhomCrmDoesNotKnowCounts() throws Exception {
		String other = open(STRANGER);
		write(other, STRANGER, "STOP", 1, message());

		assertThat(send(other, "Hello").statusCode()).isEqualTo(403);
		assertThat(send("Hello").statusCode()).isEqualTo(200);
		assertThat(templatesFor(other)).isEqualTo("[]");
		assertThat(templatesFor(this.sid)).isNotEqualTo("[]");
	}

	/** The templates for a person whom the CRM does not know. */
	private String templatesFor(String conversation) throws Exception {
		return this.templates
			.post("Location", "GetTemplatesByCustomerId", "Worker", ADA, "ConversationSid", conversation)
			.body();
	}

	private String open(String from) {
		return open(from, SMS);
	}

	private String open(String from, String to) {
		String opened = this.twilio.inbound(from, to, "Hello");
		this.settled.await();
		return opened;
	}

	private HttpResponse<String> send(String body) throws Exception {
		return send(this.sid, body);
	}

	/** A worker's message before it is published. */
	private HttpResponse<String> send(String conversation, String body) throws Exception {
		return this.conversations.post("EventType", "onMessageAdd", "AccountSid", "AC" + "0".repeat(32), "Attributes",
				"{}", "Author", ADA, "ClientIdentity", ADA, "ConversationSid", conversation, "Body", body, "Source",
				"SDK");
	}

	private void write(String body, int minute) throws Exception {
		write(body, minute, message());
	}

	private void write(String body, int minute, String messageSid) throws Exception {
		write(this.sid, LINA, body, minute, messageSid);
	}

	/** A customer's message after it was published. */
	private void write(String conversation, String from, String body, int minute, String messageSid) throws Exception {
		HttpResponse<String> response = this.conversations.post("EventType", "onMessageAdded", "AccountSid",
				"AC" + "0".repeat(32), "Attributes", "{}", "Author", from, "ConversationSid", conversation, "Body",
				body, "DateCreated", NOON.plusSeconds(60L * minute).toString(), "MessageSid", messageSid,
				"ParticipantSid", participant(conversation, from), "Source", "SMS");
		assertThat(response.statusCode()).isEqualTo(200);
	}

	private static String[] added(String... parameters) {
		return Stream.concat(Stream.of("EventType", "onMessageAdded"), Stream.of(parameters)).toArray(String[]::new);
	}

	private String participant(String conversation, String from) {
		return this.twilio.conversation(conversation)
			.participants()
			.stream()
			.filter((it) -> from.equals(it.binding().address()))
			.findFirst()
			.orElseThrow()
			.sid();
	}

	private static String message() {
		return "IM%032x".formatted(MESSAGES.incrementAndGet());
	}

	private void learn(int errorCode, int minute) {
		this.optOuts.learn(new ConversationSid(this.sid), participant(this.sid, LINA), errorCode,
				"IM%032x".formatted(1000 + minute), NOON.plusSeconds(60L * minute));
	}

	private int count() {
		return this.store.sql("select count(*) from opt_out_event").query(Integer.class).single();
	}

	private HttpResponse<String> proxyAddress() throws Exception {
		return this.outgoing.post("Location", "GetProxyAddress", "Worker", ADA, "CustomerId", "1001", "ChannelType",
				"sms", "ChannelValue", LINA);
	}

	private String templates() throws Exception {
		return this.templates.post("Location", "GetTemplatesByCustomerId", "Worker", ADA, "CustomerId", "1001").body();
	}

	private HttpResponse<String> enter(String address, String optedOut) throws Exception {
		return this.management.post("/optOuts", "{\"address\":\"" + address + "\",\"optedOut\":" + optedOut + "}");
	}

	private static <T> List<List<T>> permutations(List<T> all) {
		if (all.isEmpty()) {
			return List.of(List.of());
		}
		List<List<T>> permutations = new ArrayList<>();
		for (T first : all) {
			List<T> rest = new ArrayList<>(all);
			rest.remove(first);
			permutations(rest).forEach((permutation) -> {
				List<T> one = new ArrayList<>(List.of(first));
				one.addAll(permutation);
				permutations.add(one);
			});
		}
		return permutations;
	}

	private record Word(String body, int minute) {

		String messageSid() {
			return "IM%032x".formatted(500 + this.minute);
		}

	}

}
