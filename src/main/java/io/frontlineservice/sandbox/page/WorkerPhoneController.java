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
 * The API of the worker's phone. Called by the page, which never posts, because each POST
 * to this port must be signed by Twilio.
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
	Started start(@RequestBody @Valid StartRequest request) {
		return new Started(this.twilio.app()
			.start(request.worker(), request.customerId(), request.channelType(), request.channelValue()));
	}

	@PutMapping("/conversations/{sid}/message")
	void write(@PathVariable String sid, @RequestBody @Valid Text text) {
		this.twilio.app().write(text.author(), sid, text.body());
	}

	@PutMapping("/conversations/{sid}/closed")
	void close(@PathVariable String sid) {
		this.twilio.app().close(sid);
	}

	/** The conversation that a worker wants to start. */
	record StartRequest(@NotBlank String worker, @NotBlank String customerId, @NotBlank String channelType,
			@NotBlank String channelValue) {
	}

	record Started(String conversationSid) {
	}

	record Text(@NotBlank String author, @NotBlank @Size(max = 1600) String body) {
	}

}
