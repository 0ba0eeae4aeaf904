package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Which names are settings, and which are typos. */
class UnknownSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "frontline.public-url", "frontline.publicUrl", "frontline.public_url",
			"FRONTLINE_PUBLICURL", "FRONTLINE_PUBLIC_URL", "frontline.crm.file.reload-interval",
			"FRONTLINE_CRM_FILE_RELOADINTERVAL", "frontline.senders.sms" })
	void aSettingMayBeSpelledAsSpringReadsIt(String name) {
		assertThat(unknown(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "frontline.senders.countries.44.sms", "frontline.senders.countries[44].sms",
			"frontline.senders.countries.+44.sms", "frontline.senders.countries[+44].whatsapp",
			"FRONTLINE_SENDERS_COUNTRIES_44_SMS", "frontline.senders.countries.sms.whatsapp" })
	void anEntryOfAMapMayHaveAnyKey(String name) {
		assertThat(unknown(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "frontline.twilio.webhook-keys.SKab", "frontline.twilio.webhook-keys[SK_a.b]",
			"frontline.twilio.webhookKeys.webhooks_sharedkey_01j", "FRONTLINE_TWILIO_WEBHOOK_KEYS_SKab",
			"FRONTLINE_TWILIO_WEBHOOK_KEYS_webhooks_sharedkey_01j", "FRONTLINE_TWILIO_WEBHOOKKEYS_SKAB" })
	void theKeyOfAValueMayHaveAnySign(String name) {
		assertThat(unknown(name)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "frontline.twilio.webhook-keys", "frontline.twilio.webhook-key.SKab",
			"frontline.twilio.webhook-keysSKab", "FRONTLINE_TWILIO_WEBHOOK_KEY_SKab",
			"FRONTLINE_TWILIO_WEBHOOK_KEYSSKab", "FRONTLINE_TWILIO_WEBHOOK_KEYS",
			"frontline.twilio.require-webhook-keys" })
	void aTypoBeforeTheKeyOfAValueIsFound(String name) {
		assertThat(unknown(name)).extracting(Finding::key).containsExactly(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "frontline.senders.countries.44.smss", "frontline.senders.countries[44].smss",
			"frontline.senders.countries.44.xsms", "frontline.senders.countries.44sms",
			"frontline.senders.countries.sms", "frontline.senders.countries.44", "frontline.senders.countries",
			"frontline.senders.countriez.44.sms", "frontline.senders.countries44.sms",
			"frontline.senders.countries.4.4.sms", "FRONTLINE_SENDERS_COUNTRIES_44_SMSS",
			"FRONTLINE_SENDERS_COUNTRIES_44SMS", "FRONTLINE_SENDERS_COUNTRIEZ_44_SMS",
			"FRONTLINE_SENDERS_COUNTRIES_SMS", "frontline.sender.sms" })
	void aTypoIsFoundInsideAMapAsAnywhere(String name) {
		assertThat(unknown(name)).extracting(Finding::key).containsExactly(name);
	}

	@ParameterizedTest
	@CsvSource({ "frontline.crm.airtable.acces-token,frontline.crm.airtable.access-token",
			"frontline.crm.airtable.base,frontline.crm.airtable.base-id",
			"frontline.crm.dataverse.uri,frontline.crm.dataverse.url",
			"FRONTLINE_CRM_PIPEDRIVE_APITOKN,frontline.crm.pipedrive.api-token",
			"FRONTLINE_VIZIBILITY,frontline.visibility" })
	void theNearestSettingIsNamed(String name, String nearest) {
		assertThat(unknown(name)).extracting(Finding::problem)
			.containsExactly("is not a setting: application.yml.example shows all settings; the nearest is " + nearest);
	}

	@Test
	void aSettingThatIsSimilarToNoneHasNoHint() {
		assertThat(unknown("frontline.crm.pipedrive.domain")).extracting(Finding::problem)
			.containsExactly("is not a setting: application.yml.example shows all settings");
	}

	@Test
	void otherSettingsAreIgnored() {
		assertThat(unknown("frontlines.senders.sms")).isEmpty();
		assertThat(unknown("FRONTLINE_SERVICE_HOST")).isEmpty();
	}

	private static List<Finding> unknown(String name) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(name, "value")));
		return new UnknownSettingsCheck().findings(environment);
	}

}
