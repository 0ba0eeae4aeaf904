package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.content.v1.ContentAndApprovals;
import com.twilio.rest.content.v1.content.ApprovalFetch;
import com.twilio.rest.conversations.v1.conversation.Message;
import com.twilio.rest.conversations.v1.conversation.message.DeliveryReceipt;
import io.frontlineservice.sandbox.pretend.ListeningService.Received;
import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import io.frontlineservice.sandbox.pretend.world.Receipt.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests which messages the pretend Twilio delivers, the delivery receipts, and the
 * Content API.
 */
class CarrierTests {

	private static final String ADA = "ada@example.com";

	private static final String LINA = "+14155550101";

	private static final String OUR_NUMBER = "+15005550006";

	private static final String APPROVED = "HX" + "a".repeat(32);

	private static final String PAUSED = "HX" + "b".repeat(32);

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-26T10:00:00Z"));

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account(), this.clock);

	private ListeningService service;

	private TwilioRestClient sdk;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.conditions().alwaysTicked("onMessageAdd", "onMessageAdded", "onDeliveryUpdated");
		this.twilio.contents().add(content(APPROVED, "approved")).add(content(PAUSED, "paused"));
		this.twilio.start(0).callbacksAt(this.service.url());
		this.sdk = TwilioSdk.client(this.twilio);
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101, STOP, 0, , 21610", "+14155550101, ' unsubscribe ', 0, , 21610",
			"+14155550101, Please stop, 0, , 0", "+14155550101, Hello, 48, , 0",
			"whatsapp:+14155550101, Hello, 23, , 0", "whatsapp:+14155550101, Hello, 24, , 63016",
			"whatsapp:+14155550101, STOP, 1, , 0", "whatsapp:US.13491208655302741918, Hello, 1, , 0",
			"whatsapp:US.ENT.13491208655302741918, Hello, 25, , 63016", "whatsapp:+14155550101, Hello, 25, a, 0",
			"whatsapp:+14155550101, Hello, 25, b, 63016", "whatsapp:+14155550101, Hello, 1, b, 0" })
	void messageFailsByTheRulesOfItsChannel(String from, String body, int hours, String content, int error) {
		String to = from.startsWith("whatsapp:") ? "whatsapp:+14155238886" : OUR_NUMBER;
		String sid = this.twilio.inbound(from, to, body);
		this.clock.move(Duration.ofHours(hours));
		if (content != null) {
			send(sid, "HX" + content.repeat(32));
		}
		else {
			Message.creator(sid).setAuthor(ADA).setBody("Hello").create(this.sdk);
		}
		Receipt receipt = receipt(sid);
		assertThat(receipt.errorCode()).isEqualTo(error);
		assertThat(receipt.status() == Status.FAILED).isEqualTo(error != 0);
	}

	@Test
	void startEndsTheOptOut() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Stop");
		this.twilio.app().write(ADA, sid, "Hello");
		assertThat(receipt(sid).errorCode()).isEqualTo(21610);
		this.twilio.inbound(LINA, OUR_NUMBER, "Unstop");
		this.twilio.app().write(ADA, sid, "Hello");
		assertThat(receipt(sid).status()).isEqualTo(Status.DELIVERED);
	}

	@Test
	void numberWithoutWhatsAppGetsNothing() {
		this.twilio.conditions().withoutWhatsApp((address) -> address.endsWith(LINA));
		String sid = this.twilio.inbound("whatsapp:" + LINA, "whatsapp:+14155238886", "Hello");
		this.twilio.app().write(ADA, sid, "Hello");
		assertThat(receipt(sid).errorCode()).isEqualTo(63024);
	}

	@Test
	void workersMessagePostsPreEventPostEventAndReceipts() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		int before = this.service.received().size();
		this.twilio.app().write(ADA, sid, "At your service.");
		List<Received> events = this.service.received().subList(before, this.service.received().size());
		assertThat(events).extracting(Received::name)
			.containsExactly("onMessageAdd", "onMessageAdded", "onDeliveryUpdated", "onDeliveryUpdated");
		assertThat(events.get(0).form()).containsEntry("Source", "SDK")
			.containsEntry("ClientIdentity", ADA)
			.containsEntry("Author", ADA)
			.containsEntry("Body", "At your service.")
			.containsEntry("ConversationSid", sid)
			.doesNotContainKey("MessageSid");
		assertThat(events.get(2).form()).containsEntry("Status", "sent").containsEntry("ErrorCode", "0");
		assertThat(events.get(3).form()).containsEntry("Status", "delivered")
			.containsEntry("MessageSid", events.get(1).get("MessageSid"))
			.containsEntry("DeliveryReceiptSid", events.get(2).get("DeliveryReceiptSid"));
	}

	@Test
	void failedMessagePostsOneReceipt() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "STOP");
		this.twilio.app().write(ADA, sid, "Hello");
		assertThat(this.service.only("onDeliveryUpdated").form()).containsEntry("Status", "failed")
			.containsEntry("ErrorCode", "21610")
			.containsEntry("ConversationSid", sid)
			.hasEntrySatisfying("DeliveryReceiptSid", (it) -> assertThat(it).matches("DY[0-9a-f]{32}"))
			.hasEntrySatisfying("ChannelMessageSid", (it) -> assertThat(it).matches("SM[0-9a-f]{32}"));
	}

	@Test
	void contentIsSentByRestWithoutMessageEvents() {
		String sid = this.twilio.inbound("whatsapp:" + LINA, "whatsapp:+14155238886", "Hello");
		this.clock.move(Duration.ofDays(2));
		int before = this.service.received().size();
		Message sent = send(sid, APPROVED);
		Awaitility.await().until(() -> this.service.received().size() == before + 2);
		assertThat(this.service.names().subList(before, before + 2)).containsOnly("onDeliveryUpdated");
		Message found = Message.fetcher(sid, sent.getSid()).fetch(this.sdk);
		assertThat(found.getBody()).isEqualTo("Hello Lina, your papers are ready.");
		assertThat(found.getAuthor()).isEqualTo(ADA);
		assertThat(found.getContentSid()).isEqualTo(APPROVED);
		assertThat(found.getAttributes()).isEqualTo("{\"repairs\":\"IM1\"}");
		assertThat(Message.reader(sid).setOrder(Message.OrderType.DESC).read(this.sdk).iterator().next().getSid())
			.isEqualTo(sent.getSid());
		assertThat(DeliveryReceipt.reader(sid, sent.getSid()).read(this.sdk).iterator().next().getStatus())
			.isEqualTo(DeliveryReceipt.DeliveryStatus.DELIVERED);
	}

	@Test
	void unknownContentIsRefused() {
		String sid = this.twilio.inbound(LINA, OUR_NUMBER, "Hello");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> send(sid, "HX" + "c".repeat(32)))
			.satisfies((it) -> assertThat(it.getCode()).isEqualTo(50526));
	}

	@Test
	void contentsAreListedByPageWithTheirApproval() {
		List<ContentAndApprovals> all = StreamSupport
			.stream(ContentAndApprovals.reader().setPageSize(1).read(this.sdk).spliterator(), false)
			.toList();
		assertThat(all).extracting(ContentAndApprovals::getSid).containsExactly(APPROVED, PAUSED);
		assertThat(all.get(1).getApprovalRequests())
			.isEqualTo(Map.of("name", "papers", "category", "UTILITY", "content_type", "twilio/text", "status",
					"paused", "rejection_reason", "", "allow_category_change", true));
		assertThat(ApprovalFetch.fetcher(PAUSED).fetch(this.sdk).getWhatsapp())
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsEntry("status", "paused");
	}

	private Message send(String sid, String content) {
		return Message.creator(sid)
			.setAuthor(ADA)
			.setContentSid(content)
			.setContentVariables("{\"1\":\"Lina\"}")
			.setAttributes("{\"repairs\":\"IM1\"}")
			.create(this.sdk);
	}

	/** Waits for the receipt of the last message to become final. */
	private Receipt receipt(String sid) {
		return Awaitility.await()
			.until(() -> this.twilio.conversation(sid).lastMessage().receipts().get(0),
					(it) -> it.status() != Status.SENT);
	}

	private static Content content(String sid, String status) {
		return new Content(sid, "papers", "en", "Hello {{1}}, your papers are ready.", Map.of("1", "Ann"), "UTILITY",
				status);
	}

}
