package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The URLs of the callbacks, as configured and as shown. */
class CallbackUrlsTests {

	@ParameterizedTest
	@CsvSource({ "https://old.example.com, https://old.example.com",
			"https://old.example.com:8443/a/b, https://old.example.com:8443/a/b",
			"https://old.example.com/hook?key=value, https://old.example.com/hook?...",
			"https://old.example.com/hook#part, https://old.example.com/hook?...",
			"https://user:pa55@old.example.com/hook, https://old.example.com/hook",
			"https://user:p@55@old.example.com/hook?x, https://old.example.com/hook?...",
			"old.example.com, old.example.com", "'', (none)", "' ', (none)", ", (none)" })
	void urlIsShownWithoutItsSecrets(String url, String shown) {
		assertThat(CallbackUrls.withoutSecrets(url)).isEqualTo(shown);
	}

	@Test
	void userInfoIsPartOfTheUrlButNotShown() {
		CallbackUrls urls = CallbackUrls
			.in(TestEnvironment.of("frontline.public-url", "https://user:pa55@fis.example.com/twilio/"))
			.orElseThrow();

		assertThat(urls.conversations()).isEqualTo("https://user:pa55@fis.example.com/twilio/callbacks/conversations");
		assertThat(urls.shown("/callbacks/crm")).isEqualTo("https://fis.example.com/twilio/callbacks/crm");
		assertThat(urls.isConversations(urls.conversations())).isTrue();
		assertThat(urls.isConversations(null)).isFalse();
	}

}
