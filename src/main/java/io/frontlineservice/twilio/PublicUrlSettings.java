package io.frontlineservice.twilio;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The URL by which Twilio reaches this service.
 *
 * @param publicUrl the part before {@code /callbacks/...} of the URLs in Twilio's
 * console; the proxy strips a path in it
 */
@ConfigurationProperties("frontline")
record PublicUrlSettings(@NotNull(
		message = "is missing: set it to the part before /callbacks/... of the URLs in Twilio's console, such as "
				+ "https://frontline.example.com") PublicUrl publicUrl) {

}
