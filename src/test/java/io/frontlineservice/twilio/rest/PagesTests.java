package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static io.frontlineservice.twilio.rest.StubbedTwilio.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Lists that are longer than one page. */
@ExtendWith(OutputCaptureExtension.class)
class PagesTests {

	private static final String TWILIO = "https://conversations.twilio.com";

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void everyPageIsRead() {
		String next = "/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100&Page=1&PageToken=PT%25ab%2Fc";
		page(".*PageSize=100", "MB1", TWILIO + next);
		page(".*PageToken.*", "MB2", null);

		assertThat(this.twilio.gateway().participants(CONVERSATION)).extracting(Participant::sid)
			.containsExactly("MB1", "MB2");
		assertThat(this.twilio.requests().get(0).getUrl()).isEqualTo(next);
		assertThat(this.twilio.requests()).allSatisfy((request) -> {
			assertThat(request.getHeader("Host")).isEqualTo("conversations.twilio.com");
			assertThat(request.getHeader("Authorization")).startsWith("Basic ");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/v1/Conversations?Page=1", "http://conversations.twilio.com/v1/x",
			"https://conversations.twilio.com.evil.example/v1/x", "https://conversations.twilio.com@evil.example/x",
			"https://user@conversations.twilio.com/x", "https://conversations.twilio.com:8443/x",
			"https://api.twilio.com/2010-04-01/Accounts", "file:///etc/passwd", "http://localhost:1/x", "nonsense",
			"https://evil.conversations.twilio.com.example/x" })
	void nobodyElseIsAskedForTheNextPage(String next) {
		page(".*", "MB1", next);
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.participants(CONVERSATION));
		assertThat(this.twilio.requests()).hasSize(1);
	}

	@Test
	void listWithoutEndIsLeftAfterAHundredPages(CapturedOutput output) {
		page(".*", "CH1", TWILIO + "/v1/Conversations?Page=1");
		List<Object> conversations = new ArrayList<>();

		this.twilio.gateway().conversationsSince(NOW, conversations::add);

		assertThat(this.twilio.requests()).hasSize(100);
		assertThat(conversations).hasSize(100);
		assertThat(output).contains("more than 100 pages");
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.twilio.gateway().participants(CONVERSATION));
	}

	@Test
	void whatTheConsumerThrowsIsThrownOn() {
		page(".*", "CH1", TWILIO + "/v1/Conversations?Page=1");
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> gateway.conversationsSince(NOW, (it) -> {
			throw new ArithmeticException();
		}));
		assertThat(this.twilio.requests()).hasSize(1);
		assertThat(this.twilio.count("conversations", "ok")).isEqualTo(1);
	}

	private void page(String url, String sid, String next) {
		String item = "[{\"sid\": \"%s\", \"state\": \"active\", \"date_created\": \"2026-01-02T03:04:05Z\"}]"
			.formatted(sid);
		this.twilio.server.stubFor(get(urlMatching(url)).willReturn(okJson("""
				{"participants": %s, "conversations": %s, "meta": {"url": "%s/v1/x", "page_size": 100,
				 "next_page_url": %s, "previous_page_url": null, "first_page_url": "%s/v1/x"}}""".formatted(item, item,
				TWILIO, (next != null) ? "\"" + next + "\"" : "null", TWILIO))));
	}

}
