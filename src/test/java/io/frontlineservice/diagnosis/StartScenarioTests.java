package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the jar starts, and when it refuses to start. */
class StartScenarioTests {

	@TempDir
	private Path directory;

	@Test
	void emptyConfigurationListsMissingSettingsAndSandbox() throws Exception {
		try (ServiceProcess service = ServiceProcess.start(this.directory, Map.of())) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output())
				.contains("frontline.public-url is missing", "frontline.twilio.account-sid is missing",
						"frontline.twilio.auth-token is missing", "frontline.crm.file.location is missing",
						"frontline-integration-service.jar sandbox")
				.doesNotContain("\tat ", "Exception");
			assertThat(service.output()).contains("The configuration is not complete:");
		}
	}

	@Test
	void allFindingsAreListedAndNothingIsQuoted() throws Exception {
		Path customers = this.directory.resolve("customers.json");
		Files.writeString(customers, "[\n  {\"customer_id\": 1, \"display_name\": \"A Name Of Somebody\"},\n  oops\n]");
		Files.writeString(this.directory.resolve("templates.yml"), """
				- display_name: Openers
				  templates:
				    - content: "Some message-value for {{Nobody}}"
				    - content: "{{Name"
				""");
		Map<String, String> environment = new HashMap<>();
		environment.put("TWILIO_SMS_NUMBER", "whatsapp:+15005550006");
		environment.put("TWILIO_WHATSAPP_NUMBER", "MG-value");
		environment.put("FRONTLINE_SENDERS_COUNTRIES_44_SMS", "12345");
		environment.put("FRONTLINE_SENDERS_CHAT", "chat-value");
		environment.put("FRONTLINE_TEMPLATES_LOCATION", "templates.yml");
		environment.put("FRONTLINE_TEMPLATES_DEFAULT_LANGUAGE", "language-value");
		environment.put("FRONTLINE_TEMPLATES_DEFAULT_TIME_ZONE", "zone-value");
		environment.put("PORT", "eighty");
		environment.put("MANAGEMENT_SERVER_PORT", "99999");
		environment.put("SERVER_FORWARD_HEADERS_STRATEGY", "framework");
		environment.put("TWILIO_ACCOUNT_SID", "ACbad-value");
		environment.put("TWILIO_AUTH_TOKEN", "changeme-value");
		environment.put("FRONTLINE_TWILIO_NEXT_AUTH_TOKEN", "next-value");
		environment.put("FRONTLINE_TWILIO_WEBHOOK_KEYS_SKempty", "");
		environment.put("FRONTLINE_TWILIO_WEBHOOK_KEYS_SKold", "<some-value>");
		environment.put("FRONTLINE_TWILIO_REQUIRE_WEBHOOK_KEY", "maybe-value");
		environment.put("FRONTLINE_PUBLIC_URL", "http://frontline-value.example.com/callbacks/crm");
		environment.put("FRONTLINE_VISIBILITY", "some-value");
		environment.put("FRONTLINE_ROUTING_RULES", "crm-owner, pol, some-value");
		environment.put("FRONTLINE_DEFAULT_REGION", "XX-value");
		environment.put("FRONTLINE_CALLBACK_BUDGET", "0s");
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "customers.json");
		environment.put("FRONTLINE_WORKERS_LOCATION", "no-such-workers.yml");
		environment.put("FRONTLINE_VIZIBILITY", "typo-value");
		environment.put("FRONTLINE_CRM_FILE_RELOAD_INTERVAL", "0s");
		environment.put("TWILIO_SMS_NUMBER", "whatsapp:some-value");
		environment.put("TWILIO_WHATSAPP_NUMBER", "15005550006-value");
		environment.put("FRONTLINE_SENDERS_CHAT", "chat-value");
		environment.put("FRONTLINE_SENDERS_COUNTRIES_044_SMS", "MG-value");
		environment.put("FRONTLINE_SENDERS_COUNTRIES_44_SMSS", "typo-value");
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output()).contains("server.port must be a port", "management.server.port must be a port",
					"server.forward-headers-strategy must not be framework", "account-sid must be AC and 32",
					"frontline.twilio.auth-token must be 32", "frontline.twilio.next-auth-token must be 32",
					"FRONTLINE_TWILIO_WEBHOOK_KEYS_SKempty is empty: set it",
					"FRONTLINE_TWILIO_WEBHOOK_KEYS_SKold is a placeholder: set it",
					"frontline.twilio.require-webhook-key must be true or false",
					"frontline.public-url must begin with https://",
					"frontline.public-url must be only the part before /callbacks/",
					"frontline.visibility must be one of owner, team, everyone",
					"frontline.routing.rules has unknown entries: each must be one of last-talked, number-owner, crm-owner,"
							+ " pool, default-worker; entry 2 is not, the nearest is pool; entry 3 is not",
					"frontline.default-region must be a region", "frontline.callback.budget must be 100ms or more",
					"frontline.crm.file.location names a file that cannot be used: line 3, column",
					"frontline.workers.location names a file that does not exist",
					"frontline.crm.file.reload-interval must be 10ms or more",
					"frontline.senders.sms must be a sender of sms", "frontline.senders.whatsapp must be a number in",
					"frontline.senders.countries.44.sms must be a number in",
					"frontline.senders.chat must be one of sms, none",
					"frontline.templates.location names a file that cannot be used: line 3, column 16: there is no value"
							+ " {{Nobody}}; the values are Name, FirstName",
					"frontline.templates.location names a file that cannot be used: line 4, column 16: a placeholder",
					"frontline.templates.default-language must be a language tag",
					"frontline.templates.default-time-zone must be a time zone",
					"FRONTLINE_VIZIBILITY is not a setting",
					"frontline.senders.sms must be a sender of sms: one that begins with whatsapp: belongs to whatsapp",
					"frontline.senders.whatsapp must be a number in international form",
					"frontline.senders.chat must be one of sms, none",
					"frontline.senders.countries.044 must be named after the first 1 to 7 digits",
					"frontline.senders.countries.044.sms must be a number in international form",
					"FRONTLINE_SENDERS_COUNTRIES_44_SMSS is not a setting")
				.doesNotContain("-value", "A Name Of Somebody", "oops", "\tat ");
		}
	}

	@Test
	void whatDoesNotFitTogetherIsWarnedOfAfterTheStart() throws Exception {
		Files.writeString(this.directory.resolve("customers.csv"),
				"customer_id,display_name,worker,tier\n1,Ann,ben@example.com,gold\n2,Bob,Ann Example,gold\n");
		Files.writeString(this.directory.resolve("templates.yml"),
				"- display_name: Openers\n  templates: [content: 'Hi {{attributes.tire}}']\n");
		Files.writeString(this.directory.resolve("workers.yml"),
				"- { identity: ada@example.com }\n- { identity: Ben Whitfield (ben@example.com), team: North }\n");
		Map<String, String> environment = new HashMap<>();
		environment.put("PORT", "0");
		environment.put("MANAGEMENT_SERVER_PORT", "0");
		environment.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
		environment.put("TWILIO_AUTH_TOKEN", "0123456789abcdef0123456789abcdef");
		environment.put("FRONTLINE_PUBLIC_URL", "https://fis.example.com");
		environment.put("FRONTLINE_CRM_FILE_LOCATION", "customers.csv");
		environment.put("FRONTLINE_WORKERS_LOCATION", "workers.yml");
		environment.put("FRONTLINE_TEMPLATES_LOCATION", "templates.yml");
		environment.put("FRONTLINE_ROUTING_POOL", "north");
		environment.put("FRONTLINE_ROUTING_DEFAULT_WORKER", "zoe@example.com");
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			// Announced after all comparisons.
			String output = service.awaitOutput((text) -> text.contains("The service is ready"));
			assertThat(output).contains("'identity' of entry 2 of the worker directory has more than an e-mail address",
					"frontline.routing.pool names the team north, which has no members in the worker directory: "
							+ "the teams there are North; the nearest is North",
					"frontline.routing.default-worker is not in the worker directory",
					"owners of customers who are not in the worker directory: 2; they own customers: 2",
					"in the templates file, line 2, column 24: no customer has a value for {{attributes.tire}}; the nearest"
							+ " attribute is tier")
				.doesNotContain("@example.com", "Ann Example", "failed with");
		}
	}

	@Test
	void unknownAdapterListsExistingNames() throws Exception {
		try (ServiceProcess service = ServiceProcess.start(this.directory,
				Map.of("FRONTLINE_CRM_ADAPTER", "hubspott"))) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output())
				.contains("frontline.crm.adapter must be one of airtable, dataverse, file, hubspot, jdbc");
		}
	}

	@Test
	void placeholdersOfReadmeAreToldAsSuch() throws Exception {
		Map<String, String> environment = Map.of("TWILIO_ACCOUNT_SID", "AC...", "TWILIO_AUTH_TOKEN", "your_auth_token",
				"FRONTLINE_PUBLIC_URL", "https://....ngrok.app", "FRONTLINE_STORE_URL", "jdbc:postgresql://...");
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment, "sandbox")) {
			assertThat(service.exitCode()).isEqualTo(1);
			assertThat(service.output()).contains(
					"frontline.twilio.account-sid is the placeholder of the README: set it, or TWILIO_ACCOUNT_SID, to",
					"frontline.twilio.auth-token is the placeholder of the README: set it, or TWILIO_AUTH_TOKEN, to",
					"frontline.public-url is the placeholder of the README: set it to the part before /callbacks/...",
					"frontline.store.url is the placeholder of the README: set it to your own value, or remove it")
				.doesNotContain("ngrok", "your_auth");
		}
	}

	@Test
	void unresolvedPlaceholderIsFinding() throws Exception {
		Files.writeString(this.directory.resolve("application.yml"), """
				frontline:
				  public-url: ${NO_URL}
				  default-region: ${NO_REGION}
				  crm.adapter: ${NO_ADAPTER}
				  workers.location: ${NO_WORKERS}
				  senders:
				    sms: ${NO_SMS}
				    countries: { 44: { sms: "${NO_SMS}" } }
				server.port: ${NO_PORT}
				""");
		try (ServiceProcess service = ServiceProcess.start(this.directory, Map.of())) {
			assertThat(service.exitCode()).isNotZero();
			assertThat(service.output())
				.contains("frontline.public-url must be a URL", "frontline.default-region must be a region",
						"frontline.crm.adapter must be one of", "frontline.workers.location names a file",
						"server.port must be a port", "frontline.senders.sms must be a number",
						"frontline.senders.countries.44.sms must be a number")
				.doesNotContain("\tat ", "Exception");
		}
	}

	@Test
	void namesOfTwilioSampleAreAccepted() throws Exception {
		Path customers = this.directory.resolve("customers.csv");
		Files.writeString(customers, "customer_id,display_name,worker\n1,Ann Example,ada@example.com\n");
		Files.writeString(this.directory.resolve("TWILIO_AUTH_TOKEN"), "0123456789abcdef0123456789abcdef\n");
		Files.writeString(this.directory.resolve("FRONTLINE_TWILIO_NEXT_AUTH_TOKEN"), "f".repeat(32) + "\n");
		Files.writeString(this.directory.resolve("frontline.twilio.webhook-keys.webhooks_sharedkey_01j"),
				"in-a-file\n");
		Map<String, String> environment = new HashMap<>();
		environment.put("FRONTLINE_TWILIO_WEBHOOK_KEYS_webhooks_sharedkey_01k", "in-the-environment");
		environment.put("FRONTLINE_TWILIO_WEBHOOK_KEYS_SK0A", "in-capitals");
		// Kubernetes sets these for a service of that name.
		environment.put("FRONTLINE_SERVICE_HOST", "10.0.0.1");
		environment.put("FRONTLINE_PORT_8080_TCP_ADDR", "10.0.0.1");
		environment.put("PORT", "0");
		environment.put("MANAGEMENT_SERVER_PORT", "0");
		environment.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
		environment.put("TWILIO_SMS_NUMBER", "+15005550006");
		environment.put("TWILIO_WHATSAPP_NUMBER", "whatsapp:+15005550006");
		// Empty, as Compose files set variables without a value.
		for (String nothing : new String[] { "FRONTLINE_WORKERS_LOCATION", "FRONTLINE_TEMPLATES_LOCATION",
				"FRONTLINE_TEMPLATES_DEFAULT_TIME_ZONE", "FRONTLINE_TEMPLATES_DEFAULT_LANGUAGE",
				"FRONTLINE_DEFAULT_REGION", "FRONTLINE_VISIBILITY", "FRONTLINE_SENDERS_CHAT",
				"FRONTLINE_TEMPLATES_RELOAD_INTERVAL" }) {
			environment.put(nothing, "");
		}
		environment.put("SPRING_CONFIG_IMPORT", "configtree:./");
		environment.put("FRONTLINE_PUBLIC_URL", "https://fis.example.com/");
		environment.put("FRONTLINE_CRM_FILE_LOCATION", customers.toUri().toString());
		try (ServiceProcess service = ServiceProcess.start(this.directory, environment)) {
			String output = service.awaitOutput((text) -> text.contains("The service is ready"));
			assertThat(output).contains("\"message\":\"1 customers in use", "\"level\":\"INFO\"")
				.doesNotContain("Ann Example", "0123456789abcdef");
			assertThat(statusOf(SignedRequest.TOKEN, output)).isEqualTo(200);
			assertThat(service.awaitOutput((text) -> text.contains("The first CRM callback has arrived"))).contains(
					"\"message\":\"The service is ready, on port ",
					"CRM Callback URL: https://fis.example.com/callbacks/crm\"", "The first CRM callback has arrived");
			assertThat(statusOf("f".repeat(32), output)).isEqualTo(200);
			assertThat(statusOf("0".repeat(32), output)).isEqualTo(403);
			assertThat(statusOf("webhooks_sharedkey_01j", "in-a-file", output)).isEqualTo(200);
			assertThat(statusOf("webhooks_sharedkey_01k", "in-the-environment", output)).isEqualTo(200);
			assertThat(statusOf("SK0a", "in-capitals", output)).isEqualTo(200);
			assertThat(statusOf("SK0a", "in-a-file", output)).isEqualTo(403);
			assertThat(statusOf("WEBHOOKS_SHAREDKEY_01K", "in-the-environment", output)).isEqualTo(403);
			service.terminate();
			assertThat(service.exitCode()).isEqualTo(143);
		}
	}

	private static int statusOf(String token, String output) throws Exception {
		return statusOf(list().signedBy(token), output);
	}

	private static int statusOf(String keyId, String secret, String output) throws Exception {
		return statusOf(list().signedByKey(keyId, secret), output);
	}

	private static int statusOf(SignedRequest request, String output) throws Exception {
		Matcher port = Pattern.compile("Tomcat started on port (\\d+)").matcher(output);
		assertThat(port.find()).isTrue();
		return request.post("http://localhost:" + port.group(1) + "/callbacks/crm").statusCode();
	}

	private static SignedRequest list() {
		return SignedRequest.to("https://fis.example.com/callbacks/crm")
			.with("Location", "GetCustomersList")
			.with("Worker", "ada@example.com");
	}

}
