package io.frontlineservice.callback;

import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Management;
import io.frontlineservice.RunningService;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Delivery receipts over HTTP: what is stored, told and refused. */
@RunningServiceWithTwilio
@ExtendWith(OutputCaptureExtension.class)
class DeliveryReceiptScenarioTests {

	private static final String PATH = "/callbacks/conversations";

	private static final String CONVERSATION = "CH" + "1".repeat(32);

	private static final String MESSAGE = "IM" + "2".repeat(32);

	private static final String PARTICIPANT = "MB" + "3".repeat(32);

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final String service;

	private final Management management;

	DeliveryReceiptScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.service = "http://localhost:" + port;
		this.management = new Management(managementPort);
	}

	@Test
	void failureIsShownInDetailsMetricsAndManagementUntilALaterMessageIsDelivered(CapturedOutput output)
			throws Exception {
		String sid = this.twilio.inbound("whatsapp:" + LINA, RunningServiceWithTwilio.WHATSAPP, "A private matter");
		this.settled.await();
		String participant = this.settled.store()
			.sql("select participant_sid from known_participant where conversation_sid = :sid")
			.param("sid", sid)
			.query(String.class)
			.single();
		for (String status : new String[] { "sent", "undelivered", "sent", "undelivered" }) {
			assertAccepted(receipt(sid, MESSAGE, participant, status, "undelivered".equals(status) ? "63024" : "0",
					"2026-05-03T10:00:00.000Z"));
		}
		this.settled.await();
		assertThat(details())
			.contains("Last WhatsApp message not delivered on 3 May: the customer's number is not on WhatsApp.");
		assertThat(this.management.get("/deliveries")).contains("\"no_whatsapp\":1", "63024", MESSAGE, sid, participant)
			.doesNotContain("Lina", LINA.substring(2), "@example.com");
		assertThat(this.management.get("/prometheus"))
			.contains("frontline_deliveries_failed_total{reason=\"no_whatsapp\"}")
			.doesNotContain(MESSAGE);
		assertThat(output).doesNotContain(LINA.substring(2), "private matter");
		assertAccepted(
				receipt(sid, MESSAGE.replace('2', '4'), participant, "delivered", "0", "2026-05-03T11:00:00.000Z"));
		assertThat(details()).doesNotContain("not delivered");
	}

	@ParameterizedTest
	@CsvSource({ "MessageSid, IM123", "MessageSid, ''", "ParticipantSid, MB", "ParticipantSid, ''", "Status, ''",
			"ErrorCode, none", "ErrorCode, 12345678901234567890", "ConversationSid, CH" })
	void malformedReceiptIs400AndNamesTheField(String name, String value) throws Exception {
		SignedRequest form = form();
		for (String other : new String[] { "ConversationSid", "MessageSid", "ParticipantSid", "Status", "ErrorCode" }) {
			form = form.with(other, other.equals(name) ? value : valid(other));
		}
		HttpResponse<String> response = form.post(this.service + PATH);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("The parameter " + name);
	}

	@Test
	void unknownStatusAndUnreadableDateAreNoErrors() throws Exception {
		int before = stored();
		assertAccepted(receipt(CONVERSATION, MESSAGE, PARTICIPANT, "queued", "0", "2026-05-03T10:00:00Z"));
		assertThat(stored()).isEqualTo(before);
		assertAccepted(receipt(CONVERSATION, MESSAGE, PARTICIPANT, "read", "0", "yesterday"));
		assertThat(stored()).isEqualTo(before + 1);
	}

	private String details() throws Exception {
		return SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/crm")
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("Location", "GetCustomerDetailsByCustomerId")
			.with("Worker", "ada@example.com")
			.with("CustomerId",
					this.settled.store()
						.sql("select customer_id from visibility_grant limit 1")
						.query(String.class)
						.single())
			.post(this.service + "/callbacks/crm")
			.body();
	}

	private int stored() {
		return this.settled.store().sql("select count(*) from delivery").query(Integer.class).single();
	}

	private void assertAccepted(SignedRequest form) throws Exception {
		HttpResponse<String> response = form.post(this.service + PATH);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{}");
	}

	private static SignedRequest receipt(String conversation, String message, String participant, String status,
			String code, String date) {
		return form().with("ConversationSid", conversation)
			.with("MessageSid", message)
			.with("ParticipantSid", participant)
			.with("DeliveryReceiptSid", "DY" + "5".repeat(32))
			.with("ChannelMessageSid", "SM" + "6".repeat(32))
			.with("Status", status)
			.with("ErrorCode", code)
			.with("DateCreated", date)
			.with("DateUpdated", date);
	}

	private static String valid(String name) {
		return switch (name) {
			case "ConversationSid" -> CONVERSATION;
			case "MessageSid" -> MESSAGE;
			case "ParticipantSid" -> PARTICIPANT;
			case "Status" -> "failed";
			default -> "63016";
		};
	}

	private static SignedRequest form() {
		return SignedRequest.to(RunningService.PUBLIC_URL + PATH)
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("EventType", "onDeliveryUpdated");
	}

}
