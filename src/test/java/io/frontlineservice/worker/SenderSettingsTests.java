package io.frontlineservice.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The settings of senders, and the findings for invalid ones. */
class SenderSettingsTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	SenderSettingsTests() {
		MutablePropertySources sources = this.environment.getPropertySources();
		sources.remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
	}

	@Test
	void byDefaultThereAreNoSendersAndChatUsesSms() throws Exception {
		addYaml(new ClassPathResource("application.yml"));
		assertThat(findings()).isEmpty();
		assertThat(settings().defaults().readings()).isEmpty();
		assertThat(settings().chat()).isEqualTo(ChatSender.SMS);
		assertThat(settings().countries()).isEmpty();
	}

	@Test
	void variablesOfTwiliosSampleSetSenders() throws Exception {
		addYaml(new ClassPathResource("application.yml"));
		addVariables(Map.of("TWILIO_SMS_NUMBER", "+15005550006", "TWILIO_WHATSAPP_NUMBER", "whatsapp:+14155238886"));
		assertThat(settings().defaults()).isEqualTo(new SenderNumbers("+15005550006", "whatsapp:+14155238886"));
		addVariables(Map.of("FRONTLINE_SENDERS_SMS", "+15005550009"));
		assertThat(settings().sms()).isEqualTo("+15005550009");
	}

	@Test
	void sandboxHasSendersUnlessConfigured() throws Exception {
		addYaml(new ClassPathResource("application-sandbox.yml"));
		assertThat(findings()).isEmpty();
		assertThat(settings().defaults()).isEqualTo(new SenderNumbers("+15005550006", "whatsapp:+14155238886"));
		assertThat(settings().countries()).containsOnlyKeys("44");
		addVariables(Map.of("TWILIO_SMS_NUMBER", "+15005550009", "TWILIO_WHATSAPP_NUMBER", "whatsapp:+15005550009"));
		assertThat(settings().defaults()).isEqualTo(new SenderNumbers("+15005550009", "whatsapp:+15005550009"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "44", "'44'", "+44", "'+44'", "'[44]'", "'[+44]'" })
	void prefixMayHaveQuotesAndPlus(String prefix) throws Exception {
		addYaml("countries:\n      " + prefix + ": { sms: '+447700900199' }");
		assertThat(findings()).isEmpty();
		assertThat(settings().countries().keySet()).singleElement().satisfies((key) -> {
			assertThat(SenderSettings.isPrefix(key)).isTrue();
			assertThat(key.replace("+", "")).isEqualTo("44");
		});
		assertThat(settings().countries().values()).containsExactly(new SenderNumbers("+447700900199", null));
	}

	@Test
	void environmentVariablesAddToCountriesOfFile() throws Exception {
		addYaml("countries:\n      44: { sms: '+447700900199' }\n      49: { sms: '+4930123456' }");
		addVariables(
				Map.of("FRONTLINE_SENDERS_COUNTRIES_44_WHATSAPP", "+447700900199", "FRONTLINE_SENDERS_COUNTRIES_49_SMS",
						"+4930654321", "FRONTLINE_SENDERS_COUNTRIES_1415_SMS", "+14155550199"));
		assertThat(findings()).isEmpty();
		assertThat(settings().countries()).containsOnly(
				Map.entry("44", new SenderNumbers("+447700900199", "+447700900199")),
				Map.entry("49", new SenderNumbers("+4930654321", null)),
				Map.entry("1415", new SenderNumbers("+14155550199", null)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"sms: +15005550006|sms|must be a number in international form, such as \"+15005550006\", in quotes",
			"sms: MG00000000000000000000000000000000|sms|must be a number in international form",
			"sms: ${NO_SUCH_VARIABLE}|sms|must be a number in international form",
			"sms: 'whatsapp:+15005550006'|sms|must be a sender of sms: one that begins with whatsapp:",
			"whatsapp: 'sms:+15005550006'|whatsapp|must be a sender of whatsapp",
			"chat: whatsapp|chat|must be one of sms, none",
			"countries: { 44: { sms: '447700900199' } }|countries.44.sms|must be a number in international form",
			"countries: { 44: { whatsapp: '${NO}' } }|countries.44.whatsapp|must be a number in international",
			"countries: { '+44': { sms: '' }, 1: { sms: 5 } }|countries.1.sms|must be a number in international",
			"countries: { 44: '+447700900199' }|countries[44]|cannot be understood",
			"countries: +447700900199|countries|cannot be understood" })
	void unusableSenderIsFinding(String yaml, String key, String problem) throws Exception {
		addYaml(yaml);
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.senders." + key);
			assertThat(finding.problem()).startsWith(problem);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "044", "0044", "12345678", "GB", "4x", "4-4" })
	void prefixIsOneToSevenDigitsWithoutLeadingZero(String prefix) throws Exception {
		addYaml("countries: { '" + prefix + "': { sms: '+447700900199' } }");
		assertThat(findings()).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.senders.countries." + prefix);
			assertThat(finding.problem()).startsWith("must be named after the first 1 to 7 digits");
		});
	}

	@Test
	void allFindingsAreReportedAtOnceWithoutValues() throws Exception {
		addYaml("sms: x-value\n    whatsapp: y-value\n    chat: z-value\n"
				+ "    countries: { 0: { sms: a-value, whatsapp: b-value }, 49: { sms: c-value } }");
		assertThat(findings()).extracting(Finding::key)
			.containsExactlyInAnyOrder("frontline.senders.sms", "frontline.senders.whatsapp", "frontline.senders.chat",
					"frontline.senders.countries.0", "frontline.senders.countries.0.sms",
					"frontline.senders.countries.0.whatsapp", "frontline.senders.countries.49.sms");
		assertThat(findings()).extracting(Finding::problem).noneMatch((problem) -> problem.contains("-value"));
	}

	private List<Finding> findings() {
		return new SendersCheck().findings(this.environment);
	}

	private SenderSettings settings() {
		return Binder.get(this.environment).bindOrCreate("frontline.senders", SenderSettings.class);
	}

	private void addYaml(String senders) throws Exception {
		String yaml = "frontline:\n  senders:\n    " + senders + "\n";
		addYaml(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
	}

	private void addYaml(Resource resource) throws Exception {
		new YamlPropertySourceLoader().load("yaml", resource)
			.forEach((source) -> this.environment.getPropertySources().addLast(source));
	}

	private void addVariables(Map<String, Object> variables) {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource(
					variables + "-" + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
	}

}
