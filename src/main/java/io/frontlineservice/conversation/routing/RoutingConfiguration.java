package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the rules the real time. Read by Spring at the start. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

	@Bean
	WorkerAvailability availability(ConversationsGateway gateway, Clock clock) {
		return new WorkerAvailability(gateway, clock);
	}

}
