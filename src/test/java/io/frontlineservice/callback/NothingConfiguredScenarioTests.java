package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Responses of a service without a sender for the channel, a worker directory and a
 * catalogue of templates.
 */
@RunningService
@TestPropertySource(
		properties = { "frontline.crm.file.location=classpath:outgoing/customers.json", "frontline.workers.location=",
				"frontline.senders.countries.44.sms=+447700900123", "frontline.senders.chat=none" })
class NothingConfiguredScenarioTests {

	private final Callback callback;

	private final Callback templates;

	NothingConfiguredScenarioTests(@LocalServerPort int port) {
		this.callback = Callback.outgoingConversation(port);
		this.templates = Callback.templates(port);
	}

	@ParameterizedTest
	@CsvSource({ "german,sms,+4915112345678,SMS", "briton,whatsapp,whatsapp:+447700900456,WhatsApp",
			"chatter,chat,chat-identity,chat" })
	void missingSenderIs403AndNamesChannel(String customer, String channel, String address, String label)
			throws Exception {
		HttpResponse<String> response = this.callback.post("Location", "GetProxyAddress", "Worker", "ben@example.com",
				"CustomerId", customer, "ChannelType", channel, "ChannelValue", address);
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("No sender is configured for " + label + ".").doesNotContain("+4");
	}

	@Test
	void templatesAreEmptyWithoutCatalogue() throws Exception {
		HttpResponse<String> response = this.templates.post("Location", "GetTemplatesByCustomerId", "Worker",
				"ben@example.com", "CustomerId", "german");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("[]");
	}

}
