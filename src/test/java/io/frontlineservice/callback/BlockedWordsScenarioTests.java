package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.BLOCKED_WORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Messages of workers with a blocked word. */
@RunningServiceWithTwilio
@ExtendWith(OutputCaptureExtension.class)
class BlockedWordsScenarioTests {

	private final Callback conversations;

	private final Management management;

	BlockedWordsScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.conversations = Callback.conversations(port);
		this.management = new Management(managementPort);
	}

	@Test
	void messageWithABlockedWordIsRejectedAndCountedButNotLogged(CapturedOutput output) throws Exception {
		HttpResponse<String> rejected = send("This is UNOBJECTIONABLE!");
		assertThat(rejected.statusCode()).isEqualTo(403);
		assertThat(rejected.body()).contains("The message contains a word that your company does not allow.")
			.doesNotContainIgnoringCase(BLOCKED_WORD);
		assertThat(this.management.get("/prometheus"))
			.contains("frontline_messages_blocked_words_total{language=\"en\"}",
					"frontline_messages_rejected_total{rule=\"blocked-words\"}")
			.doesNotContainIgnoringCase(BLOCKED_WORD);
		assertThat(output.toString()).doesNotContainIgnoringCase(BLOCKED_WORD);
		assertThat(send("This is fine").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> send(String body) throws Exception {
		return this.conversations.post("EventType", "onMessageAdd", "AccountSid", "AC" + "0".repeat(32), "Attributes",
				"{}", "Author", "ada@example.com", "ClientIdentity", "ada@example.com", "ConversationSid",
				"CH" + "0".repeat(32), "Body", body, "Source", "SDK");
	}

}
