package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A worker's phone. Called by the page, which never posts: on this port every POST is
 * Twilio's, and signed.
 */
@RestController
@RequestMapping("/sandbox/api")
@OnlyWithPretendTwilio
final class WorkerPhoneController {

	private final PretendTwilio twilio;

	WorkerPhoneController(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	@GetMapping("/customers")
	JsonNode customers(@RequestParam String worker, @RequestParam(required = false) @Nullable String query,
			@RequestParam(required = false) @Nullable String token,
			@RequestParam(required = false) @Nullable String anchor) {
		return this.twilio.screens().customers(worker, query, token, anchor);
	}

	@GetMapping("/customer")
	JsonNode customer(@RequestParam String worker, @RequestParam String customerId) {
		return this.twilio.screens().customer(worker, customerId);
	}

	@GetMapping("/templates")
	JsonNode templates(@RequestParam String worker, @RequestParam String customerId,
			@RequestParam String conversationSid) {
		return this.twilio.screens().templates(worker, customerId, conversationSid);
	}

	@PutMapping("/conversations")
	Begun begin(@RequestBody @Valid Beginning it) {
		return new Begun(this.twilio.app().start(it.worker(), it.customerId(), it.channelType(), it.channelValue()));
	}

	@PutMapping("/conversations/{sid}/message")
	void write(@PathVariable String sid, @RequestBody @Valid Text text) {
		this.twilio.app().write(text.author(), sid, text.body());
	}

	@PutMapping("/conversations/{sid}/closed")
	void close(@PathVariable String sid) {
		this.twilio.app().close(sid);
	}

	/** Whom a worker wants to write to, and how. */
	record Beginning(@NotBlank String worker, @NotBlank String customerId, @NotBlank String channelType,
			@NotBlank String channelValue) {
	}

	record Begun(String conversationSid) {
	}

	record Text(@NotBlank String author, @NotBlank @Size(max = 1600) String body) {
	}

}
