package io.frontlineservice.delivery;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.limit.Deadline;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which templates are sent as content before they can fail. */
class ContentInsteadRuleTests extends DeliveryFixture {

	private static final String BEFORE = "frontline.delivery.template-bridge=before";

	@Test
	void templateOutsideTheWindowIsRejectedAndSentOnceAsContent() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		wrote(sid, Duration.ofHours(25));
		for (int i = 0; i < 3; i++) {
			assertThat(refusal(sid, TEXT)).hasValue("The approved template is sent instead.");
			settle();
		}
		assertThat(this.twilio.contents()).singleElement().satisfies((content) -> {
			assertThat(content.contentSid()).isEqualTo(CONTENT);
			assertThat(content.variables()).isEqualTo(VALUES);
			assertThat(content.author()).isEqualTo(identity(ADA));
		});
	}

	@Test
	void templateMayBeSentAgainAfterTenMinutes() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		assertThat(refusal(sid, TEXT)).isPresent();
		settle();
		store().sql("update content_message set requested_at = requested_at - 660000").update();
		assertThat(refusal(sid, TEXT)).isPresent();
		settle();
		assertThat(this.twilio.contents()).hasSize(2).doesNotHaveDuplicates();
	}

	@Test
	void messageThatTwilioPublishedNeverthelessIsNotRepairedAsWell() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		assertThat(refusal(sid, TEXT)).isPresent();
		String failed = this.twilio.message(sid, ADA, TEXT, "{}");
		receive(sid, failed, DeliveryStatus.FAILED, 63016);
		settle();
		assertThat(this.twilio.contents()).hasSize(1);
	}

	@Test
	void otherMessagesAreAllowed() {
		room(BEFORE);
		offer();
		String sid = conversation();
		assertThat(refusal(sid, TEXT)).as("an unknown participant").isEmpty();
		identify(sid);
		assertThat(refusal(sid, TEXT + "!")).as("an edited text").isEmpty();
		assertThat(refusal(sid, null)).as("a message without text").isEmpty();
		wrote(sid, Duration.ofHours(23));
		assertThat(refusal(sid, TEXT)).as("an open window").isEmpty();
		String texts = this.twilio.inbound("+14155550101", "+15005550006");
		bean(KnownParticipants.class).identify(sid(texts), this.twilio.participantSid(texts, "+14155550101"),
				PersonKeys.of(sms("+14155550101"), id(CUSTOMER)), "sms", null);
		assertThat(refusal(texts, TEXT)).as("a text message").isEmpty();
		settle();
		assertThat(this.twilio.contents()).isEmpty();
	}

	@Test
	void templateIsSentAsPlainTextUnlessTheModeIsBefore() {
		room();
		offer();
		String sid = conversation();
		identify(sid);
		assertThat(refusal(sid, TEXT)).isEmpty();
	}

	@Test
	void contentIsNotSentIfTheRefusalCameTooLateAndTheTextWasPublished() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		assertThat(late(sid)).isPresent();
		assertThat(store()
			.sql("select count(*) from scheduled_tasks where task_name = 'send-content' "
					+ "and execution_time > :published")
			.param("published", Timestamp.from(Instant.now().plusSeconds(5)))
			.query(Integer.class)
			.single()).as("after Twilio has published the text").isEqualTo(1);
		String published = this.twilio.message(sid, ADA, TEXT + " ", "{}");
		hasten();
		settle();
		assertThat(this.twilio.contents()).isEmpty();
		assertThat(count("frontline.template.bridge", "outcome", "text_published")).isEqualTo(1);

		receive(sid, published, DeliveryStatus.FAILED, 63016);
		settle();
		assertThat(this.twilio.contents()).as("the text failed, so it is repaired").hasSize(1);
		bean(SendContentJob.class).run(store().sql("select subject from content_message where subject not like 'IM%'")
			.query(String.class)
			.single());
		assertThat(this.twilio.contents()).hasSize(1);
	}

	@Test
	void contentIsSentLaterIfTheTextWasRejectedWithoutAConfirmation() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		this.twilio.message(sid, ADA, "Hello", "{}");
		this.twilio.message(sid, LINA, TEXT, "{}");
		assertThat(late(sid)).isPresent();
		hasten();
		settle();
		assertThat(this.twilio.contents()).hasSize(1);
	}

	@Test
	void contentThatWasNotSentIsToldInTheDetailsUntilALaterMessageIsSent() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid);
		this.rejected = true;
		assertThat(refusal(sid, TEXT)).isPresent();
		settle();
		assertThat(notice())
			.hasValueSatisfying((text) -> assertThat(text).startsWith("Last WhatsApp message not delivered on ")
				.endsWith(": the approved template in its place could not be sent."));
		receive(sid, "IM1", DeliveryStatus.SENT, 0, Instant.now().minusSeconds(60));
		assertThat(notice()).isPresent();
		receive(sid, "IM2", DeliveryStatus.SENT, 0);
		assertThat(notice()).isEmpty();
	}

	private Optional<String> notice() {
		return bean(DeliveryNotice.class).about(TestCustomers.customer(CUSTOMER, "Lina"),
				Deadline.in(Duration.ofSeconds(4)));
	}

	@Test
	void windowIsThatOfTheSenderInEveryConversation() {
		room(BEFORE);
		offer();
		String sid = conversation();
		identify(sid, OURS);
		String other = conversation();
		identify(other, OURS);
		wrote(other, Duration.ofHours(23));
		assertThat(refusal(sid, TEXT)).as("the customer wrote in another conversation").isEmpty();
		store().sql("update known_participant set sender = 'other' where last_inbound_at is not null").update();
		assertThat(refusal(sid, TEXT)).as("the customer wrote to another number").isPresent();
		settle();
		store().sql("update known_participant set sender = null where last_inbound_at is not null").update();
		assertThat(refusal(sid, TEXT)).as("the customer may have written to this number").isEmpty();
		store()
			.sql("update known_participant set sender = (select max(sender) from known_participant), "
					+ "channel = 'sms' where last_inbound_at is not null")
			.update();
		assertThat(refusal(sid, TEXT)).as("the customer wrote a text message").isPresent();
		settle();
	}

	/** As the service is asked, and answers in time. */
	private Optional<String> refusal(String sid, String body) {
		OutgoingMessage message = new OutgoingMessage(sid(sid), identity(ADA), body);
		ContentInsteadRule rule = bean(ContentInsteadRule.class);
		Optional<String> refusal = rule.refusal(message);
		refusal.ifPresent((reason) -> rule.rejected(message));
		return refusal;
	}

	/** As the service is asked, but the answer comes too late. */
	private Optional<String> late(String sid) {
		return bean(ContentInsteadRule.class).refusal(new OutgoingMessage(sid(sid), identity(ADA), TEXT));
	}

	/** Lets the time pass after which Twilio does not wait for an answer. */
	private void hasten() {
		store().sql("update scheduled_tasks set execution_time = 0 where task_name = 'send-content' and picked = false")
			.update();
	}

	private void wrote(String sid, Duration ago) {
		bean(KnownParticipants.class).wrote(sid(sid), this.twilio.participantSid(sid, LINA), whatsApp("+14155550101"),
				"whatsapp", Instant.now().minus(ago));
	}

}
