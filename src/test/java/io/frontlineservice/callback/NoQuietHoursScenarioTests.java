package io.frontlineservice.callback;

import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningServiceWithTwilio;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Quiet hours are off unless they are enabled, even for customers with a window. */
@RunningServiceWithTwilio
class NoQuietHoursScenarioTests {

	@LocalServerPort
	private int port;

	@Test
	void conversationBeginsAtAnyTimeByDefault() throws Exception {
		assertThat(Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType",
					"sms", "ChannelValue", LINA)
			.body()).isEqualTo("{\"proxy_address\":\"" + RunningServiceWithTwilio.ADAS_SMS + "\"}");
	}

}
