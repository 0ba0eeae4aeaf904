package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

	/** The format of the account's addresses, for SMS and WhatsApp. */
	private static final String ADDRESS = "(whatsapp:)?\\+[1-9][0-9]{4,14}";

	private static final String INVALID_ADDRESS = "must be a number of the account with its country code";

	private final PretendTwilio twilio;

	private final CustomerNumbers numbers;

	CustomerPhoneController(PretendTwilio twilio, CustomerNumbers numbers) {
		this.twilio = twilio;
		this.numbers = numbers;
	}

	/** Returns when all resulting events are posted and answered. */
	@PutMapping
	Result write(@RequestBody @Valid Message message) {
		String from = this.numbers.read(message.from()).address().value();
		return new Result(this.twilio.inbound(from, message.to(), message.body()));
	}

	/**
	 * A message of a customer.
	 *
	 * @param from the customer's number as a person writes it, after {@code whatsapp:} on
	 * WhatsApp; or the id of a WhatsApp user without a number
	 * @param to a number of the account
	 */
	record Message(@NotNull String from, @NotNull @Pattern(regexp = ADDRESS, message = INVALID_ADDRESS) String to,
			@NotBlank @Size(max = 1600) String body) {
	}

	/**
	 * The result of a message.
	 *
	 * @param conversationSid the conversation; null if the message is lost
	 */
	record Result(@Nullable String conversationSid) {
	}

}
