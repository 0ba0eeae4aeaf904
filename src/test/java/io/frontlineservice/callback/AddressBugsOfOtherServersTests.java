package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Bugs with addresses that other callback servers have. Each test shows that this service
 * does not have the bug.
 */
@RunningService
@TestPropertySource(
		properties = { "frontline.crm.file.location=classpath:bugs/customers.json", "frontline.default-region=US",
				"TWILIO_SMS_NUMBER=+15005550006", "TWILIO_WHATSAPP_NUMBER=whatsapp:+15005550007" })
class AddressBugsOfOtherServersTests {

	private static final String ADA = "ada@example.com";

	private final CrmCallback customers;

	private final Callback conversations;

	AddressBugsOfOtherServersTests(@LocalServerPort int port) {
		this.customers = new CrmCallback(port);
		this.conversations = Callback.outgoingConversation(port);
	}

	@Test
	void missingValueIsNotShownAsAddress() throws Exception {
		assertThat(this.customers.details(ADA, "missing").body())
			.isEqualTo("{\"objects\":{\"customer\":{\"customer_id\":\"missing\",\"display_name\":\"Mia\"}}}");
		assertThat(proxyAddress("missing", "whatsapp", "whatsapp:undefined").statusCode()).isEqualTo(403);
	}

	@Test
	void blankAfterPrefixIsNotPartOfNumber() throws Exception {
		assertThat(this.customers.details(ADA, "spaced").body())
			.contains("{\"type\":\"whatsapp\",\"value\":\"whatsapp:+5511987654321\"}");
		assertThat(proxyAddress("spaced", "whatsapp", "whatsapp:+5511987654321").statusCode()).isEqualTo(200);
	}

	@Test
	void foreignNumberKeepsItsCountryCode() throws Exception {
		assertThat(this.customers.details(ADA, "british").body()).contains("\"+447700900456\"").doesNotContain("+144");
		assertThat(proxyAddress("british", "sms", "+447700900456").statusCode()).isEqualTo(200);
	}

	@Test
	void whatsAppNumberMatchesWithAndWithoutPrefix() throws Exception {
		assertThat(proxyAddress("british", "whatsapp", "whatsapp:+447700900456").body())
			.isEqualTo("{\"proxy_address\":\"whatsapp:+15005550007\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+44770090045", "+4477", "7700900456", "+4477009004567", "undefined", "null", "+" })
	void partOfNumberMatchesNoCustomer(String part) throws Exception {
		assertThat(proxyAddress("british", "sms", part).statusCode()).isEqualTo(403);
	}

	@Test
	void missingChannelValueIs400() throws Exception {
		assertThat(proxyAddress("british", "sms", "").statusCode()).isEqualTo(400);
		HttpResponse<String> response = this.conversations.post("Location", "GetProxyAddress", "Worker", ADA,
				"CustomerId", "british", "ChannelType", "sms");
		assertThat(response.body()).contains("ChannelValue is missing");
	}

	private HttpResponse<String> proxyAddress(String customer, String channel, String address) throws Exception {
		return this.conversations.post("Location", "GetProxyAddress", "Worker", ADA, "CustomerId", customer,
				"ChannelType", channel, "ChannelValue", address);
	}

}
