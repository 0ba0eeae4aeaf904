package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The sender of a conversation that a worker starts. */
@RunningService
@TestPropertySource(properties = { "frontline.crm.file.location=classpath:outgoing/customers.json",
		"frontline.workers.location=classpath:outgoing/workers.yml", "TWILIO_SMS_NUMBER=+15005550006",
		"TWILIO_WHATSAPP_NUMBER=whatsapp:+15005550007", "frontline.senders.countries.44.sms=+447700900123",
		"frontline.senders.countries.1415.sms=+14155550199", "frontline.senders.countries.1.whatsapp=+12025550142" })
class OutgoingConversationScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final String BEN = "ben@example.com";

	private final Callback callback;

	OutgoingConversationScenarioTests(@LocalServerPort int port) {
		this.callback = Callback.outgoingConversation(port);
	}

	@Test
	void proxyAddressIsReturnedAsJson() throws Exception {
		HttpResponse<String> response = this.callback.post("ChannelType", "whatsapp", "ChannelValue",
				"whatsapp:+4915112345678", "CustomerId", "german", "Location", "GetProxyAddress", "Worker", BEN);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).isEqualTo("{\"proxy_address\":\"whatsapp:+15005550007\"}");
	}

	@ParameterizedTest
	@CsvSource({
			// First the worker's own sender, for customers of every country.
			"ada@example.com,german,sms,+4915112345678,+15005550009",
			"ada@example.com,briton,sms,+447700900456,+15005550009",
			"ADA@example.com,briton,sms,+447700900456,+15005550009", "a.lovelace,briton,sms,+447700900456,+15005550009",
			// Then the sender of the longest prefix of the customer's number.
			"ben@example.com,briton,sms,+447700900456,+447700900123",
			"ben@example.com,californian,sms,+14155550101,+14155550199",
			"ben@example.com,californian,whatsapp,whatsapp:+14155550101,whatsapp:+12025550142",
			"ada@example.com,californian,whatsapp,whatsapp:+14155550101,whatsapp:+12025550142",
			"ben@example.com,hidden,whatsapp,whatsapp:US.13491208655302,whatsapp:+12025550142",
			"ben@example.com,hidden,whatsapp,US.13491208655302,whatsapp:+12025550142",
			// Then the sender of the channel.
			"ben@example.com,hidden,whatsapp,whatsapp:GB.aB1,whatsapp:+15005550007",
			"ben@example.com,german,sms,+4915112345678,+15005550006",
			"ben@example.com,briton,whatsapp,whatsapp:+447700900456,whatsapp:+15005550007",
			"ben@example.com,chatter,chat,chat-identity,+15005550006",
			"ada@example.com,chatter,chat,chat-identity,+15005550009",
			// Other spellings of the channel and the address.
			"ben@example.com,german,SMS,+49 151 12345678,+15005550006",
			"ben@example.com,german,whatsapp,+4915112345678,whatsapp:+15005550007" })
	void senderIsOfWorkerElseOfCountryElseOfChannel(String worker, String customer, String channel, String address,
			String sender) throws Exception {
		assertThat(proxyAddress(worker, customer, channel, address).body())
			.isEqualTo("{\"proxy_address\":\"" + sender + "\"}");
	}

	@ParameterizedTest
	@CsvSource({ "german,sms,+4915112345679,SMS", "german,sms,+447700900456,SMS",
			"german,whatsapp,whatsapp:+447700900456,WhatsApp", "german,chat,german,chat", "german,sms,german,SMS",
			"german,sms,whatsapp:+4915112345678,SMS", "german,whatsapp,sms:+4915112345678,WhatsApp",
			"hidden,whatsapp,whatsapp:GB.ab1,WhatsApp", "hidden,whatsapp,whatsapp:+13491208655,WhatsApp",
			"chatter,sms,+4915112345678,SMS", "chatter,chat,Chat-Identity,chat", "nobody,sms,+15005550001,SMS" })
	void addressThatCustomerDoesNotHaveIs403(String customer, String channel, String address, String label)
			throws Exception {
		assertProblem(proxyAddress(BEN, customer, channel, address), 403,
				"The customer cannot be reached at this address by " + label + ".");
	}

	@ParameterizedTest
	@CsvSource({ "email,german@example.com", "voice,+4915112345678", "sms+,+4915112345678" })
	void unknownChannelIs403(String channel, String address) throws Exception {
		assertProblem(proxyAddress(BEN, "german", channel, address), 403,
				"This service does not start conversations on this channel.");
	}

	@Test
	void customerWithNumberOfSenderIs403() throws Exception {
		assertProblem(proxyAddress(ADA, "colleague", "sms", "+15005550009"), 403,
				"The customer's number is also the sender's.");
		assertThat(proxyAddress(BEN, "colleague", "sms", "+15005550009").statusCode()).isEqualTo(200);
	}

	@Test
	void customerOfOtherWorkerLooksLikeMissingOne() throws Exception {
		HttpResponse<String> ofOtherWorker = proxyAddress(BEN, "adas", "sms", "+14155550101");
		HttpResponse<String> missing = proxyAddress(BEN, "no-such-customer", "sms", "+14155550101");
		assertThat(proxyAddress(ADA, "adas", "sms", "+14155550101").statusCode()).isEqualTo(200);
		assertThat(ofOtherWorker.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
		assertThat(ofOtherWorker.body()).isEqualTo(missing.body()).contains("This worker has no such customer.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Worker", "CustomerId", "ChannelType", "ChannelValue" })
	void missingParameterIs400(String missing) throws Exception {
		String[] parameters = { "Location", "GetProxyAddress", "Worker", BEN, "CustomerId", "german", "ChannelType",
				"sms", "ChannelValue", "+4915112345678" };
		for (int i = 0; i < parameters.length; i += 2) {
			if (parameters[i].equals(missing)) {
				parameters[i + 1] = "";
			}
		}
		assertProblem(this.callback.post(parameters), 400, missing + " is missing");
	}

	@Test
	void unknownLocationIs422() throws Exception {
		assertProblem(this.callback.post("Location", "GetCustomersList", "Worker", BEN), 422, "GetProxyAddress");
	}

	private HttpResponse<String> proxyAddress(String worker, String customer, String channel, String address)
			throws Exception {
		return this.callback.post("Location", "GetProxyAddress", "Worker", worker, "CustomerId", customer,
				"ChannelType", channel, "ChannelValue", address);
	}

	private static void assertProblem(HttpResponse<String> response, int status, String detail) {
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains(detail).doesNotContain("+4", "+1", "example.com");
	}

}
