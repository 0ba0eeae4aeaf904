package io.frontlineservice.twilio.rest;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detection of the end of an outage. */
class OutageTests {

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@ParameterizedTest
	@CsvSource({ "1,0", "2,0", "3,1", "10,1" })
	void firstAnsweredCallAfterSeveralFailuresEndsAnOutage(int failures, int timesBack) {
		ConversationsGateway gateway = this.twilio.gateway();
		this.twilio.answers(503, "");
		for (int i = 0; i < failures; i++) {
			ask(gateway);
		}
		assertThat(this.twilio.timesBack()).isZero();
		this.twilio.answers(404, "{\"code\": 20404}");
		for (int i = 0; i < 3; i++) {
			ask(gateway);
		}

		assertThat(this.twilio.timesBack()).isEqualTo(timesBack);
	}

	@Test
	void tooManyRequestsAreNotAnOutage() {
		ConversationsGateway gateway = this.twilio.gateway();
		this.twilio.answers(429, "{\"code\": 20429}");
		for (int i = 0; i < 5; i++) {
			ask(gateway);
		}
		this.twilio.answers(404, "{\"code\": 20404}");
		ask(gateway);

		assertThat(this.twilio.timesBack()).isZero();
	}

	private static void ask(ConversationsGateway gateway) {
		try {
			gateway.conversation(sid(CONVERSATION));
		}
		catch (RuntimeException ex) {
			assertThat(ex).isInstanceOfAny(TwilioUnavailableException.class, ConversationGoneException.class);
		}
	}

}
