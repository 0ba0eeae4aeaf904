package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API of the customer's phone. Called by the page. */
@RestController
@RequestMapping("/sandbox/api/inbound")
@OnlyWithPretendTwilio
final class CustomerPhoneController {

	/** The format of addresses on the wire, for SMS and WhatsApp. */
	private static final String ADDRESS = "(whatsapp:)?\\+[1-9][0-9]{4,14}";

	private static final String INVALID_ADDRESS = "must be a number with its country code, such as +12025550143";

	private final PretendTwilio twilio;

	CustomerPhoneController(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	/** Returns when all resulting events are posted and answered. */
	@PutMapping
	Result write(@RequestBody @Valid Message message) {
		return new Result(this.twilio.inbound(message.from(), message.to(), message.body()));
	}

	record Message(@Pattern(regexp = ADDRESS, message = INVALID_ADDRESS) String from,
			@Pattern(regexp = ADDRESS, message = INVALID_ADDRESS) String to, @NotBlank @Size(max = 1600) String body) {
	}

	/**
	 * The result of a message.
	 *
	 * @param conversationSid the conversation; null if the message is lost
	 */
	record Result(@Nullable String conversationSid) {
	}

}
