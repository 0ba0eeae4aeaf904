package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.routing.RoutingDecisions.Decision;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/routing} on the management port: which worker was chosen for which
 * conversation, and why. {@code GET /actuator/routing} returns the last decisions,
 * {@code GET /actuator/routing/{conversationSid}} all decisions of one conversation.
 * Called by operators.
 */
@Component
@Endpoint(id = "routing")
final class RoutingEndpoint {

	private static final int LATEST = 100;

	private final RoutingDecisions decisions;

	RoutingEndpoint(RoutingDecisions decisions) {
		this.decisions = decisions;
	}

	@ReadOperation
	RoutingDescriptor latest() {
		return new RoutingDescriptor(this.decisions.latest(LATEST));
	}

	@ReadOperation
	RoutingDescriptor of(@Selector ConversationSid conversationSid) {
		return new RoutingDescriptor(this.decisions.of(conversationSid));
	}

	record RoutingDescriptor(List<Decision> decisions) {
	}

}
