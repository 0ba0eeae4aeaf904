package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.privacy.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The configuration of shared keys, and the messages about mistakes. */
class WebhookKeysTests {

	private static final String PREFIX = "frontline.twilio.webhook-keys.";

	@ParameterizedTest
	@CsvSource({ "frontline.twilio.webhook-keys.SKab, SKab", "frontline.twilio.webhook-keys[SKab], SKab",
			"frontline.twilio.webhookKeys.SKab, SKab", "frontline.twilio.webhook_keys.SKab, SKab",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_SKab, SKab", "FRONTLINE_TWILIO_WEBHOOKKEYS_SKab, SKab",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_SKAB, SKAB", "FRONTLINE_TWILIO_WEBHOOK_KEYS_SKAB, SKab",
			"frontline.twilio.webhook-keys.webhooks_sharedkey_01j, webhooks_sharedkey_01j",
			"frontline.twilio.webhook-keys[webhooks_sharedkey_01j], webhooks_sharedkey_01j",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_webhooks_sharedkey_01j, webhooks_sharedkey_01j",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_WEBHOOKS_SHAREDKEY_01J, webhooks_sharedkey_01j",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_A_B, a-b" })
	void idIsReadAsWrittenAndInUpperCaseFromTheEnvironment(String name, String id) {
		assertThat(keys(name, "value").secretOf(id)).hasValue(Secret.of("value"));
		assertThat(findings(name, "value")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "frontline.twilio.webhook-keys.SKab, SKAB", "frontline.twilio.webhook-keys.SKAB, SKab",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_SKab, skab", "FRONTLINE_TWILIO_WEBHOOK_KEYS_SKab, SKAB",
			"frontline.twilio.webhook-keys.a_b, a-b", "frontline.twilio.webhook-keys.SKab, SKa",
			"frontline.twilio.next-webhook-keys.SKab, SKab" })
	void otherIdHasNoSecret(String name, String id) {
		assertThat(keys(name, "value").secretOf(id)).isEmpty();
	}

	@Test
	void exactIdOverridesAnIdInUpperCase() {
		WebhookKeys keys = keys("FRONTLINE_TWILIO_WEBHOOK_KEYS_AB", "capitals", "FRONTLINE_TWILIO_WEBHOOK_KEYS_zz",
				"other", PREFIX + "AB", "exact");

		assertThat(keys.secretOf("ab")).hasValue(Secret.of("capitals"));
		assertThat(keys.secretOf("zz")).hasValue(Secret.of("other"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "FRONTLINE_TWILIO_WEBHOOK_KEYS_SKab", "FRONTLINE_TWILIO_WEBHOOK_KEYS_SKAB" })
	void environmentOverridesAFile(String variable) {
		StandardEnvironment environment = TestEnvironment.of(variable, "from-environment");
		environment.getPropertySources()
			.addLast(new MapPropertySource("file", Map.of(PREFIX + "SKab", "${NOT_SET}", PREFIX + "SKcd", "cd")));

		WebhookKeys keys = WebhookKeys.in(environment);

		assertThat(keys.secretOf("SKab")).hasValue(Secret.of("from-environment"));
		assertThat(keys.secretOf("SKcd")).hasValue(Secret.of("cd"));
		assertThat(keys.settings()).hasSize(2);
		assertThat(new WebhookKeysCheck().findings(environment)).isEmpty();
	}

	@Test
	void secretMayReferToAVariableAndEndWithALineBreak() {
		assertThat(keys(PREFIX + "SKab", "${SOME_SECRET}\n", "SOME_SECRET", "value").secretOf("SKab"))
			.hasValue(Secret.of("value"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "\"\" | is empty", "\" \" | is empty", "${NOT_SET} | refers to a variable that is not set",
					"a${NOT_SET} | refers to a variable", "<secret> | is a placeholder", "changeme | is a placeholder",
					"change-me-please | is a placeholder", "CHANGE_ME | is a placeholder",
					"your-secret | is a placeholder", "your secret | is a placeholder", "xxxxxxxx | is a placeholder",
					"**** | is a placeholder", "... | is a placeholder", "… | is a placeholder",
					"REPLACE_ME | is a placeholder", "two words | must be the secret", "sécret | must be the secret" })
	void invalidSecretIsReportedWithItsKeyButNotQuoted(String secret, String problem) {
		assertThat(findings(PREFIX + "SKab", secret)).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo(PREFIX + "SKab");
			assertThat(finding.problem()).startsWith(problem);
			if (!secret.isBlank()) {
				assertThat(finding.problem()).doesNotContain(secret);
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "SK ab", "SK.ab", "SK,ab", "key=SKab", "_ab", "-ab", "é", "<key id>", "${KEY_ID}",
			"AC00000000000000000000000000000000", "webhooks_setting_01jx8k3v5c9w2m7q4r6t8y0zab",
			"webhooks_rule_01jx8k3v5c9w2m7q4r6t8y0zab" })
	void invalidIdIsNamed(String id) {
		assertThat(findings(PREFIX + id, "value")).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo(PREFIX + id);
			assertThat(finding.problem()).startsWith("must end with the id of a SharedKey");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "TRUE", "yes", "on" })
	void requiredKeyMustBeConfigured(String required) {
		String setting = "frontline.twilio.require-webhook-key";

		assertThat(findings(setting, required)).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo(setting);
			assertThat(finding.problem()).startsWith("is true, but there is no shared key: set " + PREFIX);
		});
		assertThat(findings(setting, required, PREFIX + "SKab", "value")).isEmpty();
		assertThat(findings(setting, required, PREFIX + "SKab", "")).extracting(Finding::key)
			.containsExactly(PREFIX + "SKab");
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "no", "off", "" })
	void optionalKeyNeedNotBeConfigured(String required) {
		assertThat(findings("frontline.twilio.require-webhook-key", required)).isEmpty();
	}

	@Test
	void requireWebhookKeyIsTrueOrFalse() {
		assertThat(findings("frontline.twilio.require-webhook-key", "maybe"))
			.containsExactly(new Finding("frontline.twilio.require-webhook-key", "must be true or false"));
	}

	@Test
	void authTokenIsRequiredBesideAKey() {
		List<Finding> findings = new TwilioCheck()
			.findings(TestEnvironment.of("frontline.twilio.account-sid", SignedRequest.ACCOUNT_SID, PREFIX + "SKab",
					"value", "frontline.public-url", "https://fis.example.com"));

		assertThat(findings).extracting(Finding::key).containsExactly("frontline.twilio.auth-token");
	}

	private static WebhookKeys keys(String... settings) {
		return WebhookKeys.in(TestEnvironment.of(settings));
	}

	/** Returns the findings about these settings in an otherwise valid configuration. */
	private static List<Finding> findings(String... settings) {
		List<String> all = new ArrayList<>(List.of("frontline.twilio.account-sid", SignedRequest.ACCOUNT_SID,
				"frontline.twilio.auth-token", SignedRequest.TOKEN, "frontline.public-url", "https://fis.example.com"));
		all.addAll(List.of(settings));
		return new TwilioCheck().findings(TestEnvironment.of(all.toArray(String[]::new)));
	}

}
