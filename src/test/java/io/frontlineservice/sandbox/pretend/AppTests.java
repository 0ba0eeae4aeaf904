package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.sandbox.pretend.ListeningService.Received;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests the callbacks of the pretend app, the checks of their responses, and the messages
 * that a worker may write.
 */
class AppTests {

	private static final String ADA = "ada@example.com";

	private static final String CRM = "/callbacks/crm";

	private static final String APPROVED = "Hello Lina, your papers are ready.";

	private final MovedClock clock = new MovedClock(Instant.parse("2026-11-26T10:00:00Z"));

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account(), this.clock);

	private ListeningService service;

	@BeforeEach
	void listen() throws IOException {
		this.service = new ListeningService();
		this.twilio.start(0).callbacksAt(this.service.url());
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@Test
	void customersAreRequestedByPage() {
		this.service.answers(CRM, 200, "{\"objects\":{\"customers\":[],\"next_page_token\":\"t2\"}}");
		assertThat(this.twilio.screens().customers(ADA, "li", "t1", null).path("next_page_token").asString())
			.isEqualTo("t2");
		Received request = this.service.only(CRM);
		assertThat(request.form()).containsOnlyKeys("Location", "Worker", "PageSize", "Query", "NextPageToken")
			.containsEntry("Location", "GetCustomersList")
			.containsEntry("PageSize", "30")
			.containsEntry("Query", "li")
			.containsEntry("NextPageToken", "t1");
		this.twilio.screens().customers(ADA, null, null, "98");
		assertThat(this.service.received().get(1).form()).containsEntry("Anchor", "98")
			.doesNotContainKeys("Query", "NextPageToken");
	}

	@Test
	void unusableResponseHasTwiliosErrorCode() {
		assertError(48004, 404, "{}");
		assertError(48004, 503, "{}");
		assertError(48003, 200, "<html></html>");
		assertError(48003, 200, "[]");
		assertError(48003, 200, "{\"objects\":{\"customers\":[{\"customer_id\":\"1\"}]}}");
		assertError(48003, 200, "{\"objects\":{\"customers\":[],\"more\":\"" + "x".repeat(64 * 1024) + "\"}}");
		this.service.close();
		assertError(48005, 0, "");
		this.twilio.callbacksAt((callback) -> null);
		assertError(48001, 0, "");
	}

	@Test
	void errorOfConversationsKeepsItsCode() {
		String sid = this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
		this.twilio.close(sid);
		assertThatExceptionOfType(AppException.class).isThrownBy(() -> this.twilio.app().write(ADA, sid, "Hello"))
			.satisfies((it) -> assertThat(it.code()).isEqualTo(50377));
		assertThatExceptionOfType(AppException.class).isThrownBy(() -> this.twilio.app().close("CHmissing"))
			.satisfies((it) -> assertThat(it.code()).isEqualTo(50350));
	}

	@Test
	void refusedConversationHasTheReasonOfTheService() {
		this.service.answers("/callbacks/outgoing-conversation", 403,
				"{\"detail\":\"It is 21:40 for this customer.\"}");
		assertThatExceptionOfType(AppException.class)
			.isThrownBy(() -> this.twilio.app().start(ADA, "1001", "sms", "+14155550101"))
			.withMessage("The callback answered with status 403. It is 21:40 for this customer.");
	}

	@Test
	void forgedSignatureIsInvalid() {
		this.service.answers(CRM, 200, "{\"objects\":{\"customers\":[]}}");
		this.twilio.conditions().forgingSignatures(true);
		this.twilio.screens().customers(ADA, null, null, null);
		assertThat(this.service.only(CRM).signature()).hasSize(28).matches("A+=");
	}

	@Test
	void appAcceptsOnlyApprovedTemplatesAfterADayAndWhatsAppNotEvenThose() {
		String sid = this.twilio.inbound("whatsapp:+14155550101", "whatsapp:+14155238886", "Hello?");
		this.twilio.join(sid, ADA);
		this.twilio.app().write(ADA, sid, "At your service.");
		this.clock.move(Duration.ofHours(24));
		assertThat(this.twilio.app().wantsTemplate(this.twilio.conversation(sid))).isTrue();
		assertThatExceptionOfType(AppException.class).isThrownBy(() -> this.twilio.app().write(ADA, sid, APPROVED))
			.satisfies((it) -> assertThat(it.code()).isEqualTo(63016));
		this.service.answers("/callbacks/templates", 200,
				"[{\"display_name\":\"Openers\",\"templates\":[{\"content\":\"" + APPROVED
						+ "\",\"whatsAppApproved\":true},{\"content\":\"Free text\"}]}]");
		this.twilio.screens().templates(ADA, "1001", sid);
		this.twilio.app().write(ADA, sid, APPROVED);
		assertThat(this.twilio.conversation(sid).lastMessage().receipts()).extracting(Receipt::errorCode)
			.containsExactly(63016);
		assertThatExceptionOfType(AppException.class).isThrownBy(() -> this.twilio.app().write(ADA, sid, "Free text"));
		this.twilio.inbound("whatsapp:+14155550101", "whatsapp:+14155238886", "Thanks");
		this.twilio.app().write(ADA, sid, "Free text");
	}

	@Test
	void smsAcceptsAnyTextAtAnyTime() {
		String sid = this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
		this.clock.move(Duration.ofDays(3));
		this.twilio.app().write(ADA, sid, "Sorry for the delay.");
		assertThat(this.twilio.conversation(sid).messages()).hasSize(2);
	}

	private void assertError(int code, int status, String answer) {
		this.service.answers(CRM, status, answer);
		assertThatExceptionOfType(AppException.class).as(answer)
			.isThrownBy(() -> this.twilio.screens().customers(ADA, null, null, null))
			.satisfies((it) -> assertThat(it.code()).isEqualTo(code));
	}

}
