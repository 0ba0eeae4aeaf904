package io.frontlineservice.twilio.rest;

import io.frontlineservice.consent.push.ConsentApi;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioRecoveredEvent;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.template.ContentLibrary;
import io.frontlineservice.twilio.TwilioAccount;
import io.frontlineservice.twilio.TwilioApi;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Sets up Twilio's REST API for the packages {@code conversation}, {@code template} and
 * {@code consent}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestSettings.class)
class RestConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(RestConfiguration.class);

	private final CountDownLatch stop = new CountDownLatch(1);

	@Bean
	TwilioApi twilioApi(RestSettings settings) {
		return settings.api();
	}

	@Bean
	TwilioTransport twilioTransport(TwilioApi api) {
		return new TwilioTransport(api, CallLimits.PRODUCTION);
	}

	@Bean
	MeteredCalls twilioCalls(TwilioTransport transport, TwilioAccount account, RestSettings settings,
			MeterRegistry meters, ApplicationEventPublisher events, Clock clock) {
		Credentials credentials = Credentials.of(account, settings);
		OwnAccount own = new OwnAccount(account.sid());
		ApiClient client = new ApiClient(transport, credentials, own, settings.region(), settings.edge(), clock);
		return new MeteredCalls(client, new AccountComparison(own, credentials.areApiKey(), clock), transport.limits(),
				new Outage(() -> events.publishEvent(new TwilioRecoveredEvent())), meters);
	}

	@Bean
	ConversationsGateway conversationsGateway(MeteredCalls calls) {
		return new TwilioConversations(calls, Retries.production(this.stop));
	}

	@Bean
	ContentLibrary contentLibrary(MeteredCalls calls) {
		return new TwilioContents(calls, Retries.production(this.stop));
	}

	@Bean
	ConsentApi consentApi(MeteredCalls calls) {
		return new TwilioConsents(calls);
	}

	/** Before the threads of the jobs are stopped, which wait for running jobs. */
	@EventListener(ContextClosedEvent.class)
	void stop() {
		this.stop.countDown();
	}

	/** On a thread of its own, so that the start does not wait for Twilio. */
	@Bean
	ApplicationListener<ApplicationReadyEvent> accountAtStart(MeteredCalls calls, TwilioAccount account,
			RestSettings settings) {
		return (event) -> {
			if (Credentials.of(account, settings).areApiKey()) {
				Thread thread = new Thread(() -> compareAccount(calls), "twilio-account");
				thread.setDaemon(true);
				thread.start();
			}
		};
	}

	private static void compareAccount(MeteredCalls calls) {
		try {
			calls.compareAccount();
		}
		catch (TwilioUnavailableException ex) {
			logger.warn("The account of frontline.twilio.api-key could not be compared with the configured one: {}",
					ex.getMessage());
		}
	}

}
