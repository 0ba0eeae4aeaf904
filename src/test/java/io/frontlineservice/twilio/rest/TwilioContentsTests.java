package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.template.ContentSid;
import io.frontlineservice.template.ContentUnavailableException;
import io.frontlineservice.template.TwilioContent;
import io.frontlineservice.template.TwilioContent.Approval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The list of contents and approvals of Twilio's Content API. */
class TwilioContentsTests {

	private static final String TWILIO = "https://content.twilio.com";

	private static final String TEXT = "{\"twilio/text\": {\"body\": \"Hi {{1}}\"}}";

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void everyPageIsRead() {
		String next = "/v1/ContentAndApprovals?PageSize=100&Page=1&PageToken=PTabc";
		page(".*PageSize=100", content(1, TEXT, "{}"), TWILIO + next);
		page(".*PageToken.*", content(2, TEXT, "{}"), null);

		assertThat(this.twilio.contents().contents()).extracting(TwilioContent::sid).containsExactly(sid(1), sid(2));
		assertThat(this.twilio.requests()).allSatisfy((request) -> {
			assertThat(request.getHeader("Host")).isEqualTo("content.twilio.com");
			assertThat(request.getUrl()).startsWith("/v1/ContentAndApprovals?");
		});
		assertThat(this.twilio.count("contents", "ok")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/v1/ContentAndApprovals?Page=1",
			"https://content.twilio.com.evil.example/v1/x", "https://content.twilio.com@evil.example/x",
			"http://content.twilio.com/v1/x", "https://api.twilio.com/2010-04-01/Accounts" })
	void nextPageIsOnlyRequestedFromTwilio(String next) {
		page(".*", content(1, TEXT, "{}"), next);
		TwilioContents contents = this.twilio.contents();

		assertThatExceptionOfType(ContentUnavailableException.class).isThrownBy(contents::contents)
			.withMessage("Twilio's response links to another server");
		assertThat(this.twilio.requests()).hasSize(1);
	}

	@Test
	void contentIsMapped() {
		page(".*",
				content(1, TEXT,
						"{\"name\": \"order_update\", \"category\": \"UTILITY\", \"content_type\": \"twilio/text\","
								+ " \"status\": \"approved\", \"rejection_reason\": \"\"}"),
				null);
		assertThat(this.twilio.contents().contents()).containsExactly(new TwilioContent(sid(1), "order_update", "en",
				"Hi {{1}}", Set.of("1"), Map.of("1", "FirstName"), Approval.APPROVED));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "{\"status\": \"approved\"};APPROVED;friendly",
					"{\"status\": \"paused\", \"name\": \"x\"};PAUSED;x",
					"{\"whatsapp\": {\"status\": \"approved\", \"name\": \"x\"}};APPROVED;x",
					"{\"status\": \"unsubmitted\"};UNSUBMITTED;friendly", "{};UNSUBMITTED;friendly",
					"null;UNSUBMITTED;friendly", "{\"status\": 1};UNSUBMITTED;friendly" })
	void approvalIsFlatInTheList(String approvals, Approval approval, String name) {
		page(".*", content(1, TEXT, approvals), null);
		assertThat(this.twilio.contents().contents()).singleElement().satisfies((it) -> {
			assertThat(it.approval()).isEqualTo(approval);
			assertThat(it.name()).isEqualTo(name);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "none", value = { "{\"twilio/text\": {\"body\": \"A {{1}}\"}};A {{1}};1",
			"{\"twilio/quick-reply\": {\"body\": \"B\", \"actions\": [{\"title\": \"{{2}}\", \"id\": null}]}};B;1 2",
			"{\"twilio/media\": {\"body\": \"C\", \"media\": [\"https://example.com/{{3}}\"]}};C;1 3",
			"{\"twilio/location\": {\"latitude\": 1}, \"whatsapp/card\": {\"body\": \"D\"}};D;1",
			"{\"twilio/card\": {\"title\": \"{{4}}\"}};none;1", "{};none;1", "null;none;1",
			"{\"twilio/quick-reply\": {\"body\": \"Q\"}, \"twilio/text\": {\"body\": \"T\"}};T;1" })
	void textAndVariablesAreThoseOfTheType(String types, String body, String variables) {
		page(".*", content(1, types, "{}"), null);
		assertThat(this.twilio.contents().contents()).singleElement().satisfies((it) -> {
			assertThat(it.body()).isEqualTo(body);
			assertThat(it.variables()).containsExactlyInAnyOrder(variables.split(" "));
		});
	}

	@Test
	void typeThatWhatsAppHasApprovedIsUsed() {
		page(".*", content(1, "{\"twilio/text\": {\"body\": \"T\"}, \"twilio/quick-reply\": {\"body\": \"Q\"}}",
				"{\"content_type\": \"twilio/quick-reply\", \"status\": \"approved\"}"), null);
		assertThat(this.twilio.contents().contents()).singleElement().extracting(TwilioContent::body).isEqualTo("Q");
	}

	@Test
	void keyWithoutPermissionForContentsIsNotAnAlarm() {
		this.twilio.fails(401, 70051);
		TwilioContents contents = this.twilio.contents();

		assertThatExceptionOfType(ContentUnavailableException.class).isThrownBy(contents::contents)
			.withMessage("Twilio refused (status 401, error 70051)");
		assertThat(this.twilio.gauge("frontline.twilio.credentials.refused")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "503, 20503", "404, 20404", "401, 20003", "400, 20001", "429, 20429" })
	void failureIsUnavailable(int status, int code) {
		this.twilio.fails(status, code);
		TwilioContents contents = this.twilio.contents();

		assertThatExceptionOfType(ContentUnavailableException.class).isThrownBy(contents::contents)
			.withMessageNotContaining("+1415");
	}

	@Test
	void doctorReadsTheContents() {
		String next = "/v1/ContentAndApprovals?PageSize=100&Page=1&PageToken=PTabc";
		page(".*PageSize=100", content(1, TEXT, "{}"), TWILIO + next);
		page(".*PageToken.*", content(2, TEXT, "{}"), null);
		assertThat(examined()).containsExactly("HOLDS " + sid(1), "HOLDS " + sid(2));
	}

	@Test
	void doctorSaysThatTheKeyHasNoPermission() {
		this.twilio.fails(401, 70051);
		assertThat(examined()).containsExactly("PROBLEM the API key has no permission for this (error 70051)");
	}

	private List<String> examined() {
		Environment environment = TestEnvironment.of("frontline.twilio.account-sid", SignedRequest.ACCOUNT_SID,
				"frontline.twilio.auth-token", SignedRequest.TOKEN, "frontline.twilio.api-url",
				this.twilio.server.baseUrl());
		return new AccountContentsReader().examine(environment, (contents) -> {
			List<Observation> observations = new ArrayList<>();
			contents.forEach((it) -> observations.add(Observation.holds(it.sid().value())));
			return observations;
		}).stream().map((it) -> it.outcome() + " " + it.seen()).toList();
	}

	private void page(String url, String items, @Nullable String next) {
		this.twilio.server.stubFor(get(urlMatching(url)).willReturn(okJson("""
				{"contents": [%s], "meta": {"key": "contents", "url": "%s/v1/x", "page_size": 100, "page": 0,
				 "next_page_url": %s, "previous_page_url": null, "first_page_url": "%s/v1/x"}}""".formatted(items,
				TWILIO, (next != null) ? "\"" + next + "\"" : "null", TWILIO))));
	}

	private static ContentSid sid(int number) {
		return new ContentSid("HX" + "0".repeat(31) + number);
	}

	private static String content(int number, String types, String approvals) {
		return """
				{"sid": "%s", "friendly_name": "friendly", "language": "en", "variables": {"1": "FirstName"},
				 "types": %s, "approval_requests": %s, "date_created": "2026-01-02T03:04:05Z",
				 "url": "https://content.twilio.com/v1/Content/x"}""".formatted(sid(number), types, approvals);
	}

}
