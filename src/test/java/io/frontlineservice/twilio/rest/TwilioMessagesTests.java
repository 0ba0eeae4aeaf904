package io.frontlineservice.twilio.rest;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests to Twilio for messages, and the mapping of its responses. */
class TwilioMessagesTests {

	private static final String MESSAGE = "IM" + "0".repeat(32);

	private static final String CONTENT = "HX" + "0".repeat(32);

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void messageIsFetchedBySid() {
		this.twilio.answers(200, message());

		Message message = this.twilio.gateway().message(sid(CONVERSATION), MESSAGE);

		assertThat(message).isEqualTo(
				new Message(MESSAGE, "ada@example.com", "Hello", "{\"a\":1}", Instant.parse("2026-01-02T03:04:05Z")));
		assertThat(this.twilio.request().getUrl())
			.isEqualTo("/v1/Conversations/" + CONVERSATION + "/Messages/" + MESSAGE);
		assertThat(message.toString()).doesNotContain("Hello", "ada");
	}

	@Test
	void latestMessagesAreOnePageInDescendingOrder() {
		this.twilio.answers(200, """
				{"messages": [%s], "meta": {"url": "https://conversations.twilio.com/v1/x", "page_size": 20,
				 "next_page_url": "https://conversations.twilio.com/v1/y", "previous_page_url": null,
				 "first_page_url": "https://conversations.twilio.com/v1/x"}}""".formatted(message()));

		assertThat(this.twilio.gateway().latestMessages(sid(CONVERSATION), 20)).extracting(Message::sid)
			.containsExactly(MESSAGE);
		assertThat(this.twilio.request().getUrl())
			.isEqualTo("/v1/Conversations/" + CONVERSATION + "/Messages?Order=desc&PageSize=20");
	}

	@Test
	void contentIsSentWithoutABodyInTheNameOfTheWorker() {
		this.twilio.answers(201, message());

		String sent = this.twilio.gateway()
			.sendContent(sid(CONVERSATION),
					new ContentMessage(identity("ada@example.com"), CONTENT, "{\"1\":\"Lina & Max\"}", "{\"b\":2}"));

		assertThat(sent).isEqualTo(MESSAGE);
		LoggedRequest request = this.twilio.request();
		assertThat(request.getUrl()).isEqualTo("/v1/Conversations/" + CONVERSATION + "/Messages");
		assertThat(request.getBodyAsString().split("&")).containsExactlyInAnyOrder("Author=ada%40example.com",
				"Attributes=%7B%22b%22%3A2%7D", "ContentSid=" + CONTENT,
				"ContentVariables=%7B%221%22%3A%22Lina+%26+Max%22%7D");
		assertThat(request.containsHeader("X-Twilio-Webhook-Enabled")).isFalse();
		assertThat(this.twilio.count("send_content", "ok")).isEqualTo(1);
	}

	/** Error 50526 is an unknown content, 50542 one that Conversations cannot send. */
	@ParameterizedTest
	@CsvSource({ "400, 50526", "400, 50542" })
	void unusableContentIsRefusedForGood(int status, int code) {
		this.twilio.fails(status, code);

		assertThatExceptionOfType(TwilioRefusedException.class)
			.isThrownBy(() -> this.twilio.gateway()
				.sendContent(sid(CONVERSATION), new ContentMessage(identity("ada"), CONTENT, "{}", "{}")))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	@Test
	void missingMessageIsGone() {
		this.twilio.fails(404, 20404);

		assertThatExceptionOfType(ConversationGoneException.class)
			.isThrownBy(() -> this.twilio.gateway().message(sid(CONVERSATION), MESSAGE));
	}

	private static String message() {
		return """
				{"sid": "%s", "author": "ada@example.com", "body": "Hello", "attributes": "{\\"a\\":1}", "index": 4,
				 "date_created": "2026-01-02T03:04:05Z", "something_new": {}}""".formatted(MESSAGE);
	}

}
