package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values are placeholders of the documents. */
class PlaceholderTests {

	@ParameterizedTest
	@ValueSource(strings = { "AC…", "…", "...", "https://….ngrok.app", "https://....ngrok.app", "AC...", "SK…",
			"https://...", "jdbc:postgresql://…", "https://fis….example.com", "AC\uFFFD\uFFFD\uFFFD",
			"https://\uFFFD\uFFFD\uFFFD.ngrok.app", "your_auth_token", "your-account-sid", "YOUR TOKEN",
			"your_api_key_here", "<auth token>", "ACxxxxxxxxxxxxxxxx", "XXXXXXXX", " … " })
	void placeholderIsRecognized(String value) {
		assertThat(Placeholder.is(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "AC00000000000000000000000000000000", "https://abc.ngrok.app", "../customers.csv",
			"customers...csv", "K\uFFFD\uFFFD\uFFFDche.csv", "https://yours.example.com", "youri@example.com",
			"http://localhost:8080", "jdbc:sqlite::memory:", "ACbad-value", "xx", ".../customers.csv",
			"...and a password", "<p@ss>", "<b>Tier</b>: {{tier}}", "Your adviser", "your-customers.csv",
			"https://user:a...b@crm.example.com", "jdbc:postgresql://db.example.com/frontline?password=a...b" })
	void valueIsKept(String value) {
		assertThat(Placeholder.is(value)).isFalse();
	}

}
