package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.OtherProgram;
import io.frontlineservice.RunningService;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import io.frontlineservice.template.ContentSid;
import io.frontlineservice.template.OfferedTemplate;
import io.frontlineservice.template.OfferedTemplate.Variable;
import io.frontlineservice.template.OfferedTemplates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * WhatsApp templates outside the 24-hour window, between the app, Twilio and the service.
 */
@RunningServiceWithTwilio
class TemplateBridgeScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final String CONTENT = "HX" + "a".repeat(32);

	/**
	 * What was offered lately is not stored again, so that each test has its own text.
	 */
	private static final AtomicInteger PAPERS = new AtomicInteger(100);

	private final String number = String.valueOf(PAPERS.incrementAndGet());

	private final String text = "Hello Lina, paper " + this.number + " is ready.";

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	private OfferedTemplates offered;

	private final String service;

	private final CrmCallback crm;

	private String sid;

	private String customerId;

	TemplateBridgeScenarioTests(@LocalServerPort int port) {
		this.service = "http://localhost:" + port;
		this.crm = new CrmCallback(port);
	}

	@BeforeEach
	void openConversation() {
		this.twilio.conditions().ticked("onParticipantAdded", "onDeliveryUpdated");
		this.twilio.contents()
			.add(new Content(CONTENT, "papers", "en", "Hello {{1}}, paper {{2}} is ready.",
					Map.of("1", "Ann", "2", "1"), "UTILITY", "approved"));
		this.sid = Objects.requireNonNull(this.twilio.inbound("whatsapp:" + LINA, WHATSAPP, "Hello?"));
		this.settled.await();
		this.twilio.whatsAppWindowsOver(true);
		this.customerId = this.settled.store()
			.sql("select customer_id from visibility_grant where conversation_sid = :sid")
			.param("sid", this.sid)
			.query(String.class)
			.single();
		this.offered.remember(identity(ADA), new CustomerId(this.customerId),
				List.of(new OfferedTemplate(this.text, new ContentSid(CONTENT),
						List.of(new Variable("1", 6, 10), new Variable("2", 18, 21)))),
				Deadline.in(Duration.ofSeconds(4)));
	}

	@Test
	void failedTemplateIsSentOnceAsContentInSpiteOfRepeatedReceipts() throws Exception {
		write(this.text);
		Message content = contentMessage();
		Message failed = failed();
		assertThat(failed.receipts().get(0).errorCode()).isEqualTo(63016);
		assertThat(content.author()).isEqualTo(ADA);
		assertThat(content.body()).isEqualTo(this.text);
		assertThat(content.attributes()).contains(failed.sid());
		await().until(() -> status(content.sid()).equals(Receipt.Status.DELIVERED));
		for (int i = 0; i < 3; i++) {
			receipt(failed.sid(), "undelivered", "63016");
			receipt(failed.sid(), "failed", "63016");
			receipt(failed.sid(), "sent", "0");
		}
		this.settled.await();
		assertThat(contents()).isEqualTo(1);
		assertThat(this.crm.details(ADA, this.customerId).body()).doesNotContain("not delivered");
	}

	/**
	 * As if the process were killed between the message and the note that it was sent.
	 */
	@Test
	void contentIsSentOnceIfTwiliosAnswerIsLost() throws Exception {
		write(this.text, Fault.on(RestCall.CREATE_MESSAGE).answering(500, 20500).butDone());
		contentMessage();
		awaitHastened();
		assertThat(contents()).isEqualTo(1);
		assertThat(this.settled.store().sql("select state from content_message").query(String.class).list())
			.containsExactly("SENT");
	}

	@Test
	void editedTemplateIsNotSentAndTheDetailsSayWhyItFailed() throws Exception {
		write(this.text + " Ada");
		await()
			.until(() -> this.settled.store().sql("select count(*) from delivery").query(Integer.class).single() > 0);
		this.settled.await();
		assertThat(contents()).isZero();
		assertThat(this.crm.details(ADA, this.customerId).body()).contains("Last WhatsApp message not delivered on ",
				": the 24-hour window was closed.");
	}

	@Test
	void contentThatTwilioRefusesIsADeadLetter() throws Exception {
		write(this.text, Fault.on(RestCall.CREATE_MESSAGE).answering(400, 50542));
		String failed = failed().sid();
		await().until(() -> this.settled.dead().contains(failed));
		assertThat(contents()).isZero();
	}

	@Test
	void personWhoBlockedOurNumberCountsAsOptedOut() throws Exception {
		String participant = this.settled.store()
			.sql("select participant_sid from known_participant where conversation_sid = :sid")
			.param("sid", this.sid)
			.query(String.class)
			.single();
		for (int i = 0; i < 2; i++) {
			receipt("IM" + "e".repeat(32), participant, "failed", "63014");
		}
		assertThat(this.settled.store().sql("select count(*) from opt_out_event").query(Integer.class).single())
			.isEqualTo(1);
	}

	/** The pretend app offers only templates when the window is closed. */
	private void write(String body) throws Exception {
		new OtherProgram(this.twilio).write("/Conversations/" + this.sid + "/Messages", "Author", ADA, "Body", body);
	}

	/** Writes the text, and lets the repair fail. */
	private void write(String body, Fault fault) throws Exception {
		this.twilio.conditions().ticked("onParticipantAdded");
		write(body);
		await().until(() -> !failed().receipts().isEmpty() && failed().receipts().get(0).errorCode() != 0);
		this.twilio.faults().add(fault);
		receipt(failed().sid(), "failed", "63016");
	}

	private Message failed() {
		return this.twilio.conversation(this.sid).messages().get(1);
	}

	private Message contentMessage() {
		return await().until(() -> this.twilio.conversation(this.sid).lastMessage(),
				(message) -> CONTENT.equals(message.contentSid()));
	}

	private long contents() {
		return this.twilio.conversation(this.sid)
			.messages()
			.stream()
			.filter((message) -> CONTENT.equals(message.contentSid()))
			.count();
	}

	private Receipt.Status status(String messageSid) {
		return this.twilio.conversation(this.sid).message(messageSid).receipts().get(0).status();
	}

	/** Waits until no work is left, without the pauses that jobs ask for. */
	private void awaitHastened() {
		await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(20)).until(() -> {
			this.settled.store().sql("update work_request set not_before = 0").update();
			this.settled.store()
				.sql("update scheduled_tasks set execution_time = 0 where task_name = 'send-content' and picked = false")
				.update();
			this.settled.dueWork().start();
			return this.settled.waiting() == 0;
		});
	}

	private void receipt(String messageSid, String status, String code) throws Exception {
		receipt(messageSid, this.twilio.conversation(this.sid).message(messageSid).receipts().get(0).participantSid(),
				status, code);
	}

	private void receipt(String messageSid, String participantSid, String status, String code) throws Exception {
		int answer = SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/conversations")
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("EventType", "onDeliveryUpdated")
			.with("ConversationSid", this.sid)
			.with("MessageSid", messageSid)
			.with("ParticipantSid", participantSid)
			.with("Status", status)
			.with("ErrorCode", code)
			.post(this.service + "/callbacks/conversations")
			.statusCode();
		assertThat(answer).isEqualTo(200);
	}

}
