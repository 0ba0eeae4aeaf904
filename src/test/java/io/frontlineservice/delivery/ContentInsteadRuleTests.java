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

	private Optional<String> refusal(String sid, String body) {
		return bean(ContentInsteadRule.class).refusal(new OutgoingMessage(sid(sid), identity(ADA), body));
	}

	private void wrote(String sid, Duration ago) {
		bean(KnownParticipants.class).wrote(sid(sid), this.twilio.participantSid(sid, LINA), whatsApp("+14155550101"),
				"whatsapp", Instant.now().minus(ago));
	}

}
