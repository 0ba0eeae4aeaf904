package io.frontlineservice.welcome;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells people who open the service in a browser what it is. The page of the sandbox
 * takes its place there.
 */
@RestController
final class WelcomeController {

	private static final String TEXT = """
			This is the Frontline Integration Service, a callback server for Twilio Frontline. It is running.

			There is nothing to see here: Twilio posts signed forms to the URLs below /callbacks/, and the answers are for
			Twilio. The document "Setting up Frontline in Twilio's console" (src/docs/console.md) lists these URLs and where
			to enter them. The command "doctor" checks whether they are right.
			""";

	@GetMapping("/")
	ResponseEntity<String> welcome() {
		return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(TEXT);
	}

}
