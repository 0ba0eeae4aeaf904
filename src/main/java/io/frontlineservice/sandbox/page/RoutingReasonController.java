package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.page.Outages.Outage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Returns the routing decisions of a conversation from the management port, and what it
 * waits for without a worker. Called by the page.
 */
@RestController
@OnlyWithPretendTwilio
final class RoutingReasonController {

	private final RestClient client = RestClient.create();

	private final Environment environment;

	private final Outages outages;

	RoutingReasonController(Environment environment, Outages outages) {
		this.environment = environment;
		this.outages = outages;
	}

	@GetMapping("/sandbox/api/conversations/{sid}/reason")
	Reason reason(@PathVariable String sid) {
		String port = this.environment.getRequiredProperty("local.management.port");
		JsonNode answer = Objects.requireNonNull(this.client.get()
			.uri("http://localhost:{port}/actuator/routing/{sid}", port, sid)
			.retrieve()
			.body(JsonNode.class));
		return new Reason(answer.path("decisions"), this.outages.of(sid));
	}

	/**
	 * The decisions, the oldest first.
	 *
	 * @param waitsFor the system that does not answer; null if none prevents a decision
	 */
	record Reason(JsonNode decisions, @Nullable Outage waitsFor) {

	}

}
