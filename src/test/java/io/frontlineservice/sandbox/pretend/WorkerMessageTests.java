package io.frontlineservice.sandbox.pretend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.world.Message;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the pre-event of a worker's message and the responses to it. */
class WorkerMessageTests {

	private static final String ADA = "ada@example.com";

	private final PretendTwilio twilio = new PretendTwilio(ListeningService.account());

	private ListeningService service;

	private String sid;

	@BeforeEach
	void start() throws IOException {
		this.service = new ListeningService();
		this.twilio.conditions().ticked("onMessageAdd", "onMessageAdded");
		this.twilio.start(0).callbacksAt(this.service.url());
		this.sid = this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
	}

	@AfterEach
	void stop() {
		this.twilio.close();
		this.service.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "200||Hello|ada@example.com|{}", "200|{}|Hello|ada@example.com|{}",
					"200|OK|Hello|ada@example.com|{}", "200|{\"body\":\"Hi\"}|Hi|ada@example.com|{}",
					"200|{\"author\":\"bo@example.com\",\"attributes\":\"[1]\"}|Hello|bo@example.com|[1]" })
	void acceptedMessageIsPublishedWithTheChanges(int status, String answer, String body, String author,
			String attributes) {
		this.service.answers("onMessageAdd", status, (answer != null) ? answer : "");
		this.twilio.app().write(ADA, this.sid, "Hello");
		Message message = this.twilio.conversation(this.sid).lastMessage();
		assertThat(message.body()).isEqualTo(body);
		assertThat(message.author()).isEqualTo(author);
		assertThat(message.attributes()).isEqualTo(attributes);
		assertThat(this.service.received().get(this.service.received().size() - 1).form()).containsEntry("MessageSid",
				message.sid());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "403||50056|The change was rejected by the pre-event webhook.",
			"500|Oops|50056|The change was rejected by the pre-event webhook.",
			"422|{\"detail\":\"Lina has opted out.\"}|50056|The change was rejected by the pre-event webhook: Lina has opted out.",
			"200|[]|20001|The webhook's response is not a JSON object.",
			"200|{\"attributes\":{}}|20001|The webhook's attributes is not a string." })
	void rejectedMessageIsNotPublished(int status, String answer, int code, String reason) {
		this.service.answers("onMessageAdd", status, (answer != null) ? answer : "");
		assertThatExceptionOfType(AppException.class).isThrownBy(() -> this.twilio.app().write(ADA, this.sid, "Hello"))
			.withMessage(reason)
			.satisfies((it) -> assertThat(it.code()).isEqualTo(code));
		assertThat(this.twilio.conversation(this.sid).messages()).hasSize(1);
		assertThat(this.service.names()).endsWith("onMessageAdd");
	}

	@Test
	void messageIsPublishedWithoutAnAnswer() {
		this.twilio.conditions().webhookTimeout(Duration.ofMillis(200));
		this.service.hangsOn("onMessageAdd");
		this.twilio.app().write(ADA, this.sid, "Hello");
		assertThat(this.twilio.conversation(this.sid).lastMessage().body()).isEqualTo("Hello");
	}

	@Test
	void preEventIsPostedOnlyIfSelected() {
		this.twilio.conditions().ticked("onMessageAdded");
		this.service.answers("onMessageAdd", 403, "");
		this.twilio.app().write(ADA, this.sid, "Hello");
		assertThat(this.service.names()).doesNotContain("onMessageAdd");
	}

}
