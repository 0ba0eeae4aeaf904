package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import java.util.Objects;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Returns the routing decision of a conversation from the management port. Called by the
 * page.
 */
@RestController
@OnlyWithPretendTwilio
final class RoutingReasonController {

	private final RestClient client = RestClient.create();

	private final Environment environment;

	RoutingReasonController(Environment environment) {
		this.environment = environment;
	}

	@GetMapping("/sandbox/api/conversations/{sid}/reason")
	JsonNode reason(@PathVariable String sid) {
		String port = this.environment.getRequiredProperty("local.management.port");
		return Objects.requireNonNull(this.client.get()
			.uri("http://localhost:{port}/actuator/routing/{sid}", port, sid)
			.retrieve()
			.body(JsonNode.class));
	}

}
