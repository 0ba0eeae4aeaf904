package io.frontlineservice.twilio;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Under which URL Twilio reaches this service.
 *
 * @param publicUrl the part before {@code /callbacks/...} of the URLs in Twilio's
 * console; a path in it is one that the proxy strips
 */
@ConfigurationProperties("frontline")
record PublicUrlSettings(@NotNull(
		message = "is missing: set it to the part before /callbacks/... of the URLs in Twilio's console, such as "
				+ "https://frontline.example.com") PublicUrl publicUrl) {

}
