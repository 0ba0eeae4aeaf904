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

/** A customer's phone. Called by the page. */
@RestController
@RequestMapping("/sandbox/api/inbound")
@OnlyWithPretendTwilio
final class CustomerPhoneController {

	/** As addresses are written on the wire: by SMS, or by WhatsApp. */
	private static final String ADDRESS = "(whatsapp:)?\\+[1-9][0-9]{4,14}";

	private static final String NO_ADDRESS = "must be a number with its country code, such as +12025550143";

	private final PretendTwilio twilio;

	CustomerPhoneController(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	/** Returns when Twilio has told all there is to tell, and has its answers. */
	@PutMapping
	Arrived write(@RequestBody @Valid Message message) {
		return new Arrived(this.twilio.inbound(message.from(), message.to(), message.body()));
	}

	record Message(@Pattern(regexp = ADDRESS, message = NO_ADDRESS) String from,
			@Pattern(regexp = ADDRESS, message = NO_ADDRESS) String to, @NotBlank @Size(max = 1600) String body) {
	}

	/**
	 * What became of a message.
	 *
	 * @param conversationSid where it is; null if it is lost
	 */
	record Arrived(@Nullable String conversationSid) {
	}

}
