package io.frontlineservice.twilio;

import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.valueextraction.Unwrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the Twilio account that Frontline belongs to.
 *
 * @param accountSid the account's SID
 * @param authToken the account's primary auth token, by which Twilio signs
 * @param nextAuthToken the token that will become the primary one; also accepted
 * @param requireWebhookKey whether requests must be signed by one of the
 * {@link WebhookKeys}, not by a token
 */
@ConfigurationProperties("frontline.twilio")
record TwilioSettings(
		@NotBlank(message = "is missing: set it, or TWILIO_ACCOUNT_SID, to the Account SID on the start page of "
				+ "Twilio's console") @Pattern(regexp = "|AC[0-9a-fA-F]{32}",
						message = "must be AC and 32 hexadecimal digits, as Twilio's console shows it") String accountSid,
		@NotNull(payload = Unwrapping.Skip.class,
				message = "is missing: set it, or TWILIO_AUTH_TOKEN, to the primary Auth Token on the start page of "
						+ "Twilio's console") @Pattern(regexp = TwilioSettings.TOKEN,
								message = TwilioSettings.TOKEN_MESSAGE) Secret authToken,
		@Nullable @Pattern(regexp = TwilioSettings.TOKEN, message = TwilioSettings.TOKEN_MESSAGE) Secret nextAuthToken,
		@DefaultValue("false") boolean requireWebhookKey) {

	static final String TOKEN = "|[0-9a-fA-F]{32}";

	static final String TOKEN_MESSAGE = "must be 32 hexadecimal digits, as Twilio's console shows it";

	/** The tokens by which a request may be signed, the primary one first. */
	List<Secret> tokens() {
		return (this.nextAuthToken == null || this.nextAuthToken.isEmpty()) ? List.of(this.authToken)
				: List.of(this.authToken, this.nextAuthToken);
	}

}
