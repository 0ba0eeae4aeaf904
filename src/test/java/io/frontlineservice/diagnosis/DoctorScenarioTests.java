package io.frontlineservice.diagnosis;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontlineservice.OtherProgram;
import io.frontlineservice.RunningService;
import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.SandboxContents;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.account.Account;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of the doctor beside a running service. */
@RunningService
class DoctorScenarioTests {

	private static final WireMockServer PROXY = new WireMockServer(wireMockConfig().dynamicPort());

	private static final String[] WORKERS = { "ada@example.com", "ben@example.com", "chiara@example.com",
			"dmitri@example.com" };

	private final PretendTwilio twilio = new PretendTwilio(
			new Account(SignedRequest.ACCOUNT_SID, SignedRequest.TOKEN, (path, form) -> "unused"))
		.start(0);

	private final Map<String, String> environment = new HashMap<>();

	@LocalServerPort
	private int port;

	@TempDir
	private Path directory;

	@DynamicPropertySource
	static void publicUrl(DynamicPropertyRegistry registry) {
		PROXY.start();
		registry.add("frontline.public-url", PROXY::baseUrl);
	}

	@AfterAll
	static void stopProxy() {
		PROXY.stop();
	}

	@BeforeEach
	void configureEverything() throws Exception {
		PROXY.resetAll();
		PROXY.stubFor(any(anyUrl()).willReturn(aResponse().proxiedFrom("http://localhost:" + this.port)));
		this.twilio.inventory().owns("+15005550006").owns("+15005550009").owns("whatsapp:+14155238886");
		for (String worker : WORKERS) {
			this.twilio.signIn(worker, true);
		}
		this.twilio.callbacksAt(URI.create(PROXY.baseUrl()));
		SandboxContents.read().forEach(this.twilio.contents()::add);
		this.twilio.conditions()
			.ticked("onConversationAdd", "onConversationStateUpdated", "onDeliveryUpdated", "onMessageAdd",
					"onMessageAdded", "onParticipantAdded", "onParticipantRemoved");
		this.environment.put("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID);
		this.environment.put("TWILIO_AUTH_TOKEN", SignedRequest.TOKEN);
		this.environment.put("TWILIO_SMS_NUMBER", "+15005550006");
		this.environment.put("TWILIO_WHATSAPP_NUMBER", "whatsapp:+14155238886");
		this.environment.put("FRONTLINE_TWILIO_API_URL", this.twilio.url().toString());
		this.environment.put("FRONTLINE_PUBLIC_URL", PROXY.baseUrl());
		this.environment.put("FRONTLINE_CRM_FILE_LOCATION", "classpath:sandbox/customers.json");
		this.environment.put("FRONTLINE_WORKERS_LOCATION", "classpath:sandbox/workers.yml");
		this.environment.put("FRONTLINE_TEMPLATES_LOCATION", "classpath:sandbox/templates.yml");
	}

	@AfterEach
	void stopTwilio() {
		this.twilio.close();
	}

	@Test
	void installationWithoutProblemsIsReported() throws Exception {
		assertThat(examined(0)).isEqualTo(
				"""
						configuration
						  ok  every setting can be used

						credentials
						  ok  Twilio accepts the account SID and the auth token
						  ok  the account is active

						clock
						  ok  this machine's clock is right

						public URL
						  ok  PUBLIC_URL: this service answers requests that are signed
						  ok  this service refuses unsigned requests
						  ??  PUBLIC_URL is only reachable from this machine, not by Twilio
						      -> set frontline.public-url to the URL of a proxy or tunnel; ignore this for a local trial

						webhooks
						  ok  URLs, method and events are correct
						  --  not examined: no API reads Frontline > Manage > Callbacks; enter there
						      -> CRM Callback URL: PUBLIC_URL/callbacks/crm
						      -> Outgoing Conversations Callback URL: PUBLIC_URL/callbacks/outgoing-conversation
						      -> Templates Callback URL: PUBLIC_URL/callbacks/templates
						  --  not examined: no API reads Frontline > Manage > Routing; enter there
						      -> Custom routing: PUBLIC_URL/callbacks/routing

						senders
						  ok  SMS ...0006 belongs to this account and is in the messaging service of Conversations
						  ok  SMS ...0009 belongs to this account and is in the messaging service of Conversations
						  ok  WhatsApp ...8886 belongs to this account and is in the messaging service of Conversations

						workers
						  ok  workers active in Frontline: 4 of 4

						routing
						  ok  the rules fit the worker directory

						CRM
						  ok  customers in the file: 40, without a worker: 0
						  ok  rows in the file: 40, usable numbers: 34
						  ok  owners: 5 (ben@example.com: 11, ada@example.com: 10, chiara@example.com: 10, dmitri@example.com: 9, Ada.Okafor@example.com: 1)
						  ??  numbers of customers that cannot be used: 5
						      -> see which at /actuator/customerFile on the management port
						      -> set frontline.default-region, if they have no country code
						  ??  problems in rows of the file: 5
						      -> line 176, column 3: NO_COUNTRY_CODE
						      -> line 217, column 3: NO_COUNTRY_CODE
						      -> line 321, column 3: NO_COUNTRY_CODE
						      -> line 454, column 3: NO_COUNTRY_CODE
						      -> line 579, column 3: NO_COUNTRY_CODE
						  ok  every owner of customers is in the worker directory

						templates
						  ok  templates in the catalogue: 8, approved for WhatsApp: 2
						  ok  contents at Twilio: 5, approved by WhatsApp: 4

						18 ok, 3 to look at (??), 0 to fix (!!), 2 not examined (--).
						"""
					.replace("PUBLIC_URL", PROXY.baseUrl())
					.replace("NO_COUNTRY_CODE",
							"the sms channel is left out: the number has no country code, and frontline.default-region is not set"));
		assertThat(this.directory).isDirectoryNotContaining((it) -> !it.endsWith("output.log"));
		assertThat(this.twilio.audit().writes()).isZero();
	}

	@Test
	void restIsExaminedWithInvalidConfiguration() throws Exception {
		this.environment.remove("FRONTLINE_CRM_FILE_LOCATION");
		this.environment.put("FRONTLINE_VIZIBILITY", "owner");
		this.environment.put("FRONTLINE_TEMPLATES_DEFAULT_LANGUAGE", "some-value");

		assertThat(examined(1))
			.contains("!!  frontline.crm.file.location is missing", "!!  FRONTLINE_VIZIBILITY is not a setting",
					"ok  the account is active",
					"ok  " + PROXY.baseUrl() + ": this service answers requests that are signed",
					"ok  SMS ...0006 belongs to this account", "ok  workers active in Frontline: 4 of 4",
					"--  not examined: first fix frontline.crm.*", "--  not examined: first fix frontline.templates.*")
			.doesNotContain("\tat ", "Exception", "some-value");
	}

	@Test
	void whatDoesNotFitTogetherIsReported() throws Exception {
		Files.writeString(this.directory.resolve("workers.yml"), """
				- { identity: ada@example.com, aliases: [ada.okafor@example.com], team: North }
				- { identity: "Ben Whitfield (ben@example.com)" }
				- { identity: chiara@example.com }
				- { identity: dmitri@example.com }
				""");
		this.environment.put("FRONTLINE_WORKERS_LOCATION", "workers.yml");
		this.environment.put("FRONTLINE_ROUTING_POOL", "north");

		assertThat(examined(0)).contains(
				"??  'identity' of entry 2 of the worker directory has more than an e-mail address",
				"??  frontline.routing.pool names the team north, which has no members in the worker directory",
				"-> the teams there are North; the nearest is North; set the team",
				"??  owners of customers who are not in the worker directory: 1; they own customers: ",
				"??  the owner ben@example.com is not in the worker directory",
				"-> 'identity' of entry 2 contains it: write only the address there");
	}

	@Test
	void applySetsReportedWebhooksAndKeepsOtherEvents() throws Exception {
		tamperWithWebhooks();
		int writes = this.twilio.audit().writes();

		String report = examined(0, "--apply");

		String shown = "!!  the pre-webhook URL is https://old.example.com/hook?...; it should be " + PROXY.baseUrl();
		assertThat(report)
			.containsSubsequence(shown, "!!  onConversationStateUpdated is not selected; it should be selected",
					"-> run this with --apply", "Applied:",
					"ok  the pre-webhook URL was https://old.example.com/hook?..." + " and is now " + PROXY.baseUrl()
							+ "/callbacks/conversations",
					"0 to fix")
			.doesNotContain("onConversationAdd is", "the post-webhook URL", "the method");
		assertThat(this.twilio.audit().writes()).isEqualTo(writes + 1);
		JsonNode webhooks = new OtherProgram(this.twilio).read("/Configuration/Webhooks");
		assertThat(webhooks.path("pre_webhook_url").asString()).isEqualTo(PROXY.baseUrl() + "/callbacks/conversations");
		assertThat(webhooks.path("filters")).extracting(JsonNode::asString)
			.containsExactlyInAnyOrder("onConversationAdd", "onConversationStateUpdated", "onDeliveryUpdated",
					"onMessageAdd", "onMessageAdded", "onParticipantAdded", "onParticipantRemoved");
	}

	@Test
	void applySetsNoWebhooksWhileThePublicUrlFails() throws Exception {
		tamperWithWebhooks();
		PROXY.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));
		int writes = this.twilio.audit().writes();

		assertThat(examined(1, "--apply")).contains("nothing was set, because of the problem above: public URL");
		assertThat(this.twilio.audit().writes()).isEqualTo(writes);
	}

	@Test
	void applyWritesNothingWithoutProblems() throws Exception {
		assertThat(examined(0, "--apply")).endsWith("There is nothing to apply.\n");
		assertThat(this.twilio.audit().writes()).isZero();
	}

	@Test
	void wrongWebhooksAreOnlyReportedWithoutApply() throws Exception {
		tamperWithWebhooks();
		int writes = this.twilio.audit().writes();

		assertThat(examined(1)).contains("!!  the pre-webhook URL is").doesNotContain("Applied");
		assertThat(this.twilio.audit().writes()).isEqualTo(writes);
	}

	@Test
	void jsonIsOnlyOutputAndReportsTheSame() throws Exception {
		tamperWithWebhooks();

		JsonNode report = JsonMapper.shared().readTree(examined(1, "--json"));

		assertThat(report.path("summary").path("problem").asInt()).isEqualTo(4);
		assertThat(report.path("observations")).filteredOn((it) -> it.path("outcome").asString().equals("problem"))
			.hasSize(4)
			.allSatisfy((it) -> {
				assertThat(it.path("subject").asString()).isEqualTo("webhooks");
				assertThat(it.path("mend").asString()).contains("--apply");
			});
	}

	@Test
	void jsonAfterApplyReportsChanges() throws Exception {
		tamperWithWebhooks();

		JsonNode report = JsonMapper.shared().readTree(examined(0, "--apply", "--json"));

		assertThat(report.path("summary").path("problem").asInt()).isZero();
		assertThat(report.path("observations")).extracting((it) -> it.path("seen").asString())
			.anyMatch((it) -> it.startsWith("the pre-webhook URL was https://old.example.com/hook?... and is now"));
	}

	@Test
	void reportContainsNoSecretCustomerOrFullNumber() throws Exception {
		tamperWithWebhooks();
		this.environment.put("FRONTLINE_TWILIO_API_KEY", "SK" + "0".repeat(32));
		this.environment.put("FRONTLINE_TWILIO_API_SECRET", "s3cret");
		this.environment.put("FRONTLINE_PUBLIC_URL", PROXY.baseUrl().replace("//", "//user:pa55@"));
		String text = examined(1);
		this.environment.remove("FRONTLINE_TWILIO_API_KEY");
		this.environment.remove("FRONTLINE_TWILIO_API_SECRET");

		for (String report : List.of(text, examined(1), examined(1, "--json"))) {
			assertThat(report).doesNotContain(SignedRequest.TOKEN, "s3cret", "pa55", "key=", "15005550006",
					"14155238886", "Lina", "155501");
		}
	}

	@Test
	void wrongAuthTokenIsReportedForServiceAndTwilio() throws Exception {
		this.environment.put("TWILIO_AUTH_TOKEN", "f".repeat(32));

		assertThat(examined(1))
			.contains("!!  Twilio refuses the account SID and the auth token (error 20003)",
					"-> set frontline.twilio.account-sid and frontline.twilio.auth-token",
					"ok  this machine's clock is right",
					"!!  " + PROXY.baseUrl() + ": the running service refuses our signature (403)",
					"senders\n  --  not examined: Twilio does not accept the credentials")
			.doesNotContain("f".repeat(32));
	}

	@Test
	void doctorAcceptsArgumentsOfService() throws Exception {
		this.environment.remove("FRONTLINE_PUBLIC_URL");
		this.environment.remove("TWILIO_SMS_NUMBER");
		Files.writeString(this.directory.resolve("application-branch.yml"),
				"frontline: { public-url: \"http://localhost:1\" }");

		assertThat(examined(1, "--spring.profiles.active=branch", "--frontline.senders.sms=+15005550001")).contains(
				"!!  http://localhost:1: no server listens there", "!!  SMS ...0001 is not a number of this account",
				"CRM Callback URL: http://localhost:1/callbacks/crm");
	}

	@Test
	void unknownOptionPrintsUsage() throws Exception {
		assertThat(examined(2, "--aply"))
			.startsWith("Usage: java -jar frontline-integration-service.jar doctor [--apply] [--json]");
	}

	@Test
	void unreadableConfigurationIsProblemAndNotQuoted() throws Exception {
		Files.writeString(this.directory.resolve("application.yml"), "frontline: [some-value");

		assertThat(examined(1)).startsWith("configuration\n  !!  the configuration cannot be read")
			.doesNotContain("some-value", "\tat ");
	}

	/** Sets other webhooks, with a password in the URL. */
	private void tamperWithWebhooks() throws Exception {
		new OtherProgram(this.twilio).write("/Configuration/Webhooks", "PreWebhookUrl",
				"https://user:pa55@old.example.com/hook?key=value", "Filters", "onMessageAdded", "Filters",
				"onConversationAdd");
	}

	private String examined(int exitCode, String... arguments) throws Exception {
		List<String> all = new ArrayList<>(List.of("--doctor"));
		all.addAll(Arrays.asList(arguments));
		try (ServiceProcess doctor = ServiceProcess.start(this.directory, this.environment,
				all.toArray(String[]::new))) {
			int ended = doctor.exitCode();
			String report = doctor.output();
			assertThat(ended).as(report).isEqualTo(exitCode);
			return report;
		}
	}

}
