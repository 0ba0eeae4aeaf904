package io.frontlineservice.twilio.rest;

import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.TwilioApi;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of Twilio's REST API.
 *
 * @param apiKey the SID of an API key, which is used instead of the account's auth token
 * @param apiSecret that key's secret
 * @param apiUrl scheme, host and port of a server to call instead of Twilio
 * @param region the Twilio region of the account
 * @param edge the edge location of Twilio's network to connect to
 */
@ConfigurationProperties("frontline.twilio")
record RestSettings(
		@Nullable @Pattern(regexp = "|SK[0-9a-fA-F]{32}",
				message = "must be SK and 32 hexadecimal digits, as Twilio's console shows it") String apiKey,
		@Nullable @Pattern(regexp = "[!-~]*",
				message = "must be the secret that Twilio's console showed: letters and digits") Secret apiSecret,
		@Nullable String apiUrl,
		@Nullable @Pattern(regexp = RestSettings.LABEL,
				message = "must be the name of a Twilio region, such as ie1") String region,
		@Nullable @Pattern(regexp = RestSettings.LABEL,
				message = "must be the name of a Twilio edge location, such as dublin") String edge) {

	static final String LABEL = "|[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

	RestSettings {
		region = notBlank(region);
		edge = notBlank(edge);
	}

	/** Returns the server to call. */
	TwilioApi api() {
		return TwilioApi.of((this.apiUrl != null) ? this.apiUrl : "");
	}

	private static @Nullable String notBlank(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
