package io.frontlineservice.delivery;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.work.GiveUpException;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which messages that failed outside the 24-hour window are sent again as content. */
class TemplateRepairTests extends DeliveryFixture {

	private static final int WINDOW_CLOSED = 63016;

	@Test
	void offeredTextIsSentOnceAsContentByItsAuthor() {
		room();
		offer();
		String sid = conversation();
		String failed = this.twilio.message(sid, "Ada@Example.com", TEXT, "{}");
		for (int i = 0; i < 3; i++) {
			receive(sid, failed, DeliveryStatus.FAILED, WINDOW_CLOSED);
			receive(sid, failed, DeliveryStatus.UNDELIVERED, WINDOW_CLOSED);
			settle();
			bean(RepairMessageJob.class).run(failed);
			bean(SendContentJob.class).run(failed);
		}
		assertThat(this.twilio.contents()).containsExactly(new ContentMessage(WorkerIdentity.of("Ada@Example.com"),
				CONTENT, VALUES, "{\"frontline_resend_of\":\"" + failed + "\"}"));
		assertThat(count("frontline.template.bridge", "outcome", "sent")).isEqualTo(1);
		assertThat(store().sql("select count(*) from content_message where variables is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ada@example.com | Hello Lina, your order is ready | not_offered
			ben@example.com | Hello Lina, your order is ready. | not_offered
			ada@example.com | hello Lina, your order is ready. | not_offered
			+14155550101 | Hello Lina, your order is ready. | not_offered
			ada@example.com | | not_offered
			""")
	void otherTextIsNotSentAgain(String author, String body, String outcome) {
		room();
		offer();
		String sid = conversation();
		String failed = this.twilio.message(sid, author, body, "{}");
		receive(sid, failed, DeliveryStatus.FAILED, WINDOW_CLOSED);
		settle();
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(count("frontline.template.bridge", "outcome", outcome)).isEqualTo(1);
	}

	@Test
	void textForAnotherCustomerIsNotSentAgain() {
		room();
		offer();
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{\"customer_id\":\"43\"}", LINA, OURS, null);
		fail(sid, this.twilio.message(sid, ADA, TEXT, "{}"));
		assertThat(this.twilio.contents()).isEmpty();
	}

	@Test
	void contentThatFailsItselfIsNotSentAgain() {
		room();
		offer();
		String sid = conversation();
		fail(sid, this.twilio.message(sid, ADA, TEXT, "{\"frontline_resend_of\":\"IM1\"}"));
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(count("frontline.template.bridge", "outcome", "content_failed")).isEqualTo(1);
	}

	@Test
	void offerAndFailureExpireAfterADay() {
		room();
		offer();
		String sid = conversation();
		String old = this.twilio.message(sid, ADA, TEXT, "{}");
		receive(sid, old, DeliveryStatus.FAILED, WINDOW_CLOSED, Instant.now().minus(Duration.ofHours(25)));
		settle();
		assertThat(count("frontline.template.bridge", "outcome", "too_late")).isEqualTo(1);
		store().sql("update offered_template set offered_at = offered_at - 90000000").update();
		fail(sid, this.twilio.message(sid, ADA, TEXT, "{}"));
		assertThat(count("frontline.template.bridge", "outcome", "not_offered")).isEqualTo(1);
		assertThat(this.twilio.contents()).isEmpty();
		bean(OfferedMessages.class).removeBefore(Instant.EPOCH);
		assertThat(store().sql("select count(*) from offered_template").query(Integer.class).single()).isZero();
	}

	@Test
	void otherFailuresAndTheModeOffRepairNothing() {
		room("frontline.delivery.template-bridge=off");
		offer();
		String sid = conversation();
		fail(sid, this.twilio.message(sid, ADA, TEXT, "{}"));
		receive(sid, this.twilio.message(sid, ADA, TEXT, "{}"), DeliveryStatus.FAILED, 63024);
		settle();
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(store().sql("select count(*) from offered_template").query(Integer.class).single()).isZero();
	}

	@Test
	void closedConversationAndMissingMessageEndTheRepair() {
		room();
		offer();
		String sid = conversation();
		fail(sid, "IM" + "f".repeat(32));
		this.twilio.state(sid, State.CLOSED);
		fail(sid, this.twilio.message(sid, ADA, TEXT, "{}"));
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(count("frontline.template.bridge", "outcome", "conversation_gone")).isEqualTo(2);
	}

	/** The process or the connection may end before or after Twilio sends the message. */
	@ParameterizedTest
	@ValueSource(strings = { "sendContent", "sentContent" })
	void interruptedCallSendsOneMessage(String call) {
		room();
		String sid = conversation();
		request(sid, "IM1", Instant.now());
		failOnce(call, new TwilioUnavailableException("Timeout", null));
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> bean(SendContentJob.class).run("IM1"))
			.satisfies((ex) -> assertThat(ex.after()).isEqualTo(Duration.ofSeconds(10)));
		for (int i = 0; i < 3; i++) {
			bean(SendContentJob.class).run("IM1");
		}
		assertThat(this.twilio.contents()).hasSize(1);
	}

	@Test
	void messageThatARuleRejectsByNowIsDropped() {
		room();
		this.rejected = true;
		request(conversation(), "IM1", Instant.now());
		bean(SendContentJob.class).run("IM1");
		this.rejected = false;
		bean(SendContentJob.class).run("IM1");
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(count("frontline.template.bridge", "outcome", "rejected")).isEqualTo(1);
	}

	@Test
	void permanentRefusalIsGivenUpAndMayBeRetried() {
		room();
		String sid = conversation();
		request(sid, "IM1", Instant.now());
		failOnce("sendContent", new TwilioRefusedException("Twilio refused (status 400, error 50526)", 50526));
		assertThatExceptionOfType(TwilioRefusedException.class).isThrownBy(() -> bean(SendContentJob.class).run("IM1"));
		bean(SendContentJob.class).run("IM1");
		assertThat(this.twilio.contents()).hasSize(1);
	}

	@Test
	void messageThatIsADayOldIsGivenUp() {
		room();
		request(conversation(), "IM1", Instant.now().minus(Duration.ofHours(25)));
		assertThatExceptionOfType(GiveUpException.class).isThrownBy(() -> bean(SendContentJob.class).run("IM1"));
		bean(ContentRequests.class).removeBefore(Instant.EPOCH);
		assertThat(bean(ContentRequests.class).find("IM1").orElseThrow().variables()).isNull();
		assertThat(this.twilio.contents()).isEmpty();
	}

	@Test
	void storeHasNeitherTextNorValues() {
		room();
		offer();
		request(conversation(), "IM1", Instant.now());
		for (String table : new String[] { "offered_template", "content_message" }) {
			assertThat(store().sql("select * from " + table).query().listOfRows().toString()).contains(CONTENT)
				.doesNotContain("Lina", "order", "Hello");
		}
		assertThat(bean(ContentRequests.class).find("IM1").orElseThrow().variables()).isEqualTo(VALUES);
		assertThat(bean(ContentRequests.class).find("IM1").orElseThrow().toString()).doesNotContain("Lina", BEN);
	}

	private void fail(String sid, String messageSid) {
		receive(sid, messageSid, DeliveryStatus.FAILED, WINDOW_CLOSED);
		settle();
	}

	private void request(String sid, String subject, Instant at) {
		bean(ContentRequests.class).add(new ContentRequest(subject, sid(sid), WorkerIdentity.of(ADA), CONTENT, VALUES,
				subject, ContentRequest.State.INTENDED, at), Instant.EPOCH);
	}

	private void failOnce(String call, RuntimeException failure) {
		AtomicInteger calls = new AtomicInteger();
		this.twilio.onCall((name) -> {
			if (name.equals(call) && calls.incrementAndGet() == 1) {
				throw failure;
			}
		});
	}

}
