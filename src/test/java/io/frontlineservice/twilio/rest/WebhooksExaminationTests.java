package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.frontlineservice.OtherProgram;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.diagnosis.Remedy;
import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

/** The examination and correction of the webhooks of Conversations. */
class WebhooksExaminationTests {

	private static final String URL = "https://fis.example.com/callbacks/conversations";

	private static final String OF_SERVICE = "/Services/" + Account.SERVICE_SID + "/Configuration/Webhooks";

	private static final String OF_ACCOUNT = "/Configuration/Webhooks";

	@RegisterExtension
	private final PretendAccount account = new PretendAccount();

	private final OtherProgram others = new OtherProgram(this.account.twilio);

	@BeforeEach
	void beAsItShould() {
		this.account.twilio.callbacksAt(URI.create("https://fis.example.com/"));
		this.account.twilio.conditions()
			.ticked("onConversationAdd", "onConversationStateUpdated", "onDeliveryUpdated", "onMessageAdd",
					"onMessageAdded", "onParticipantAdded", "onParticipantRemoved");
	}

	@Test
	void correctWebhooksAreOk() {
		assertThat(examined()).containsExactly("HOLDS URLs, method and events are correct");
	}

	@Test
	void missingAndWrongSettingsAreReported() throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "", "PostWebhookUrl", "http://fis.example.com/callbacks");
		this.account.twilio.conditions().ticked("onParticipantAdded", "onMessageAdded");

		assertThat(examined()).containsExactly("PROBLEM the pre-webhook URL is (none); it should be " + URL,
				"PROBLEM the post-webhook URL is http://fis.example.com/callbacks; it should be " + URL,
				"PROBLEM onConversationAdd is not selected; it should be selected",
				"PROBLEM onConversationStateUpdated is not selected; it should be selected",
				"PROBLEM onParticipantRemoved is not selected; it should be selected",
				"WARNING onDeliveryUpdated is not selected: failed messages are not noticed",
				"WARNING onMessageAdd is not selected: messages to people who have opted out are not rejected");
	}

	@Test
	void webhooksOfAnotherAccountAreNotExamined() {
		assertThat(new WebhooksExamination().examine(
				this.account.with("frontline.twilio.account-sid", "AC" + "9".repeat(32), "frontline.twilio.api-key",
						PretendAccount.KEY, "frontline.twilio.api-secret", PretendAccount.KEY_SECRET)))
			.extracting(Observation::seen)
			.contains("not examined: the API key belongs to another account")
			.noneMatch((seen) -> seen.contains("should be"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://fis.example.com:443/callbacks/conversations", URL })
	void urlsThatAreSignedAlikeAreCorrect(String url) throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", url, "PostWebhookUrl", url);

		assertThat(examined()).containsExactly("HOLDS URLs, method and events are correct");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://fis.example.com/callbacks/conversations/",
			"https://fis.example.com/callbacks/crm", "https://fis.example.com/callbacks/conversations?x=1",
			"http://fis.example.com/callbacks/conversations" })
	void urlsThatAreSignedDifferentlyAreAProblem(String url) throws Exception {
		this.others.write(OF_ACCOUNT, "PostWebhookUrl", url);

		assertThat(examined()).singleElement().asString().startsWith("PROBLEM the post-webhook URL is http");
	}

	@Test
	void webhooksOfTheServiceOverrideTheAccounts() throws Exception {
		this.others.write(OF_SERVICE, "PreWebhookUrl", "https://old.example.com", "PostWebhookUrl", URL, "Filters",
				"onConversationAdd");
		JsonNode before = this.others.read(OF_ACCOUNT);
		assertThat(examined().get(0))
			.isEqualTo("PROBLEM the pre-webhook URL is https://old.example.com; it should be " + URL);

		assertThat(applied()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS).hasSize(7);

		assertThat(this.others.read(OF_SERVICE).path("pre_webhook_url").asString()).isEqualTo(URL);
		assertThat(this.others.read(OF_SERVICE).path("filters")).hasSize(7);
		assertThat(this.others.read(OF_ACCOUNT).path("pre_webhook_url")).isEqualTo(before.path("pre_webhook_url"));
		assertThat(examined()).containsExactly("HOLDS URLs, method and events are correct");
	}

	@Test
	void fixNamesThePlaceInTheConsole() throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "https://old.example.com");
		assertThat(observations(this.account.with()).get(0).fix()).startsWith("run this with --apply")
			.endsWith("Conversations > Manage > Global webhooks");

		this.others.write(OF_SERVICE, "PreWebhookUrl", "https://old.example.com");
		assertThat(observations(this.account.with()).get(0).fix())
			.endsWith("Conversations > Manage > Services > " + Account.SERVICE_SID + " > Webhooks");
	}

	@Test
	void onlyWrongSettingsAreWritten() throws Exception {
		this.others.write(OF_ACCOUNT, "PostWebhookUrl", "https://old.example.com");

		assertThat(applied()).extracting(Observation::seen)
			.containsExactly("the post-webhook URL was https://old.example.com and is now " + URL);

		assertThat(this.account.twilio.journal().entries()).filteredOn((it) -> it.method().equals("POST"))
			.hasSize(2)
			.last()
			.satisfies((it) -> assertThat(it.form()).containsOnlyKeys("PostWebhookUrl"));
	}

	@Test
	void allProblemsHaveTheSameRemedy() throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "", "PostWebhookUrl", "");

		assertThat(observations(this.account.with())).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.hasSize(2)
			.extracting(Observation::remedy)
			.doesNotContainNull()
			.satisfies((it) -> assertThat(it.get(0)).isEqualTo(it.get(1)));
	}

	@Test
	void webhooksChangedSinceTheyWereShownAreNotOverwritten() throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "https://old.example.com");
		Remedy remedy = remedy();
		this.others.write(OF_ACCOUNT, "PostWebhookUrl", "https://new.example.com");

		assertThat(remedy.apply()).extracting(Observation::outcome, Observation::seen)
			.containsExactly(tuple(Outcome.PROBLEM, "the webhooks have changed meanwhile, so nothing was set"));
		assertThat(this.others.read(OF_ACCOUNT).path("pre_webhook_url").asString())
			.isEqualTo("https://old.example.com");
	}

	@ParameterizedTest
	@ValueSource(ints = { 20003, 70051, 20500 })
	void refusedChangeIsAProblem(int code) throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "https://old.example.com");
		Remedy remedy = remedy();
		this.account.twilio.faults().add(Fault.on(RestCall.UPDATE_WEBHOOKS).answering(403, code));

		assertThat(remedy.apply()).extracting(Observation::outcome).containsExactly(Outcome.PROBLEM);
	}

	@Test
	void settingThatTwilioDoesNotKeepIsAProblem() throws Exception {
		this.others.write(OF_ACCOUNT, "PreWebhookUrl", "https://old.example.com");
		Remedy remedy = remedy();
		this.account.twilio.faults().add(Fault.on(RestCall.UPDATE_WEBHOOKS).answeringHtml(200, "{}"));

		assertThat(remedy.apply()).extracting(Observation::seen)
			.containsExactly("the pre-webhook URL was set, but Twilio did not keep it");
	}

	@Test
	void missingPermissionOfTheKeyIsAProblem() {
		this.account.twilio.faults().add(Fault.on(RestCall.FETCH_WEBHOOKS).answering(401, 70051));

		assertThat(examined()).containsExactly("PROBLEM the API key has no permission for this (error 70051)");
	}

	@Test
	void settingsOfTheConsoleAreShownWithTheUrlsToEnter() {
		assertThat(observations(this.account.with())).filteredOn((it) -> it.outcome() == Outcome.NOT_EXAMINED)
			.extracting(Observation::fix)
			.containsExactly("""
					CRM Callback URL: https://fis.example.com/callbacks/crm
					Outgoing Conversations Callback URL: https://fis.example.com/callbacks/outgoing-conversation
					Templates Callback URL: https://fis.example.com/callbacks/templates""",
					"Custom routing: https://fis.example.com/callbacks/routing");
		assertThat(observations(this.account.with("frontline.routing.enabled", "false")))
			.filteredOn((it) -> it.outcome() == Outcome.NOT_EXAMINED)
			.hasSize(1);
	}

	@Test
	void missingPublicUrlIsNotExamined() {
		assertThat(observations(this.account.with("frontline.public-url", ""))).extracting(Observation::seen)
			.containsExactly("not examined: first fix frontline.public-url");
	}

	private List<String> examined() {
		return observations(this.account.with()).stream()
			.filter((it) -> it.outcome() != Outcome.NOT_EXAMINED)
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

	private Remedy remedy() {
		return observations(this.account.with()).stream()
			.map(Observation::remedy)
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
	}

	private List<Observation> applied() {
		return remedy().apply();
	}

	private static List<Observation> observations(Environment environment) {
		return new WebhooksExamination().examine(environment);
	}

}
