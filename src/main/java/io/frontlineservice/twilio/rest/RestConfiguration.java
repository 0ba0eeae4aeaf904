package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.twilio.TwilioAccount;
import io.frontlineservice.twilio.TwilioApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts Twilio's REST API behind the port that room {@code conversation} calls. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {

	@Bean
	TwilioApi twilioApi(RestSettings settings) {
		return settings.api();
	}

	@Bean
	Transport twilioTransport(TwilioApi api) {
		return new Transport(api, CallLimits.PRODUCTION);
	}

	@Bean
	ConversationsGateway conversationsGateway(Transport transport, TwilioAccount account, RestSettings settings,
			MeterRegistry meters) {
		ApiClient client = new ApiClient(transport, Credentials.of(account, settings), settings.region(),
				settings.edge(), Clock.systemUTC());
		return new TwilioConversations(new Calls(client, transport.limits(), meters), Retries.production());
	}

}
