package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.TwilioAccount;
import io.frontlineservice.twilio.TwilioApi;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Valid and invalid settings of the REST API. */
class RestCheckTests {

	private static final String KEY = "SK" + "0aF".repeat(10) + "00";

	private static final TwilioAccount ACCOUNT = new TwilioAccount("AC" + "a".repeat(32), Secret.of("b".repeat(32)));

	@Test
	void allSettingsAreOptionalAndBlankIsUnset() {
		assertThat(findings(Map.of())).isEmpty();
		assertThat(findings(Map.of("api-key", "", "api-secret", " ", "api-url", "", "region", "", "edge", " ")))
			.isEmpty();
	}

	@Test
	void allSettingsCanBeSet() {
		assertThat(findings(Map.of("api-key", KEY, "api-secret", "s3cretS3cret", "api-url", "http://localhost:8090",
				"region", "ie1", "edge", "dublin")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "api-key, SKvalue", "api-key, AC00000000000000000000000000000000", "api-secret, se cret-value",
			"api-secret, sécret-value", "api-url, ftp://value", "api-url, http://value/path",
			"api-url, http://a:b@value", "api-url, http://value:99999", "api-url, http://value?x=1",
			"api-url, value:8080", "api-url, http://", "api-url, https://-value", "region, ie1.value",
			"region, IE1-value", "edge, value/dublin" })
	void invalidValueIsReportedButNotQuoted(String name, String value) {
		Map<String, String> settings = new HashMap<>(Map.of("api-key", KEY, "api-secret", "s3cret"));
		settings.put(name, value);

		assertThat(findings(settings)).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.twilio." + name);
			assertThat(finding.problem()).startsWith("must be").doesNotContain("value");
		});
	}

	@Test
	void keyWithoutSecretAndSecretWithoutKeyAreReported() {
		assertThat(findings(Map.of("api-key", KEY, "api-secret", ""))).extracting(Finding::key)
			.containsExactly("frontline.twilio.api-secret");
		assertThat(findings(Map.of("api-secret", "s3cret"))).extracting(Finding::key)
			.containsExactly("frontline.twilio.api-key");
	}

	@Test
	void accountsCredentialsAreUsedWithoutAKey() {
		assertThat(Credentials.of(ACCOUNT, new RestSettings(null, null, null, null, null)))
			.isEqualTo(new Credentials(ACCOUNT.sid(), ACCOUNT.authToken()));
		assertThat(Credentials.of(ACCOUNT, new RestSettings("", Secret.of(""), "", "", "")))
			.isEqualTo(new Credentials(ACCOUNT.sid(), ACCOUNT.authToken()));
		assertThat(Credentials.of(ACCOUNT, new RestSettings(KEY, Secret.of("s"), "", "", "")))
			.isEqualTo(new Credentials(KEY, Secret.of("s")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8090", "https://[::1]:1", "http://127.0.0.1", "HTTP://Twilio.test" })
	void apiUrlIsSchemeHostAndPort(String url) {
		if (url.startsWith("HTTP")) {
			assertThat(findings(Map.of("api-url", url))).hasSize(1);
		}
		else {
			assertThat(TwilioApi.of(url + "/ ").url()).isEqualTo(URI.create(url + "/"));
		}
	}

	@Test
	void missingApiUrlIsTwilioItself() {
		assertThat(TwilioApi.of(" ").url()).isNull();
	}

	private static List<Finding> findings(Map<String, String> settings) {
		Map<String, Object> properties = new HashMap<>();
		settings.forEach((name, value) -> properties.put("frontline.twilio." + name, value));
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return new RestCheck().findings(environment);
	}

}
