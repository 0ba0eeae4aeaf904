package io.frontlineservice.crm.rest;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** What is sent for each placeholder. Values stay values, whatever is in them. */
class RestRequestTests {

	private static final String[] INJECTIONS = { "O'Brien", "a\\", "100%_", "{x} {id}", "\"", "+1 (415) 5", "😀 a",
			"a\r\nb", "a&owner=b", "a#b?c=d/../e", "${x}", "a;b", "\", \"admin\": true, \"x\": \"" };

	private final RestSetup setup = StubbedRest
		.start((request) -> !request.path().startsWith("/api/c/") ? StubbedRest.data() : CrmReply.json(404, Map.of()));

	@AfterEach
	void stop() {
		this.setup.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void whatAWorkerTypesStaysOneParameter(int number) {
		String typed = INJECTIONS[number];
		this.setup.crm().list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		List<CrmRequest> sent = this.setup.server().requests();
		if (sent.isEmpty()) {
			// Without a letter or digit, there is nothing to search for.
			assertThat(typed).doesNotContainPattern("[\\p{L}\\p{N}]");
			return;
		}
		assertThat(sent.get(0).query()).isEqualTo("q=" + UriUtils.encode(typed, StandardCharsets.UTF_8));
		assertThat(sent.get(0).parameter("q")).isEqualTo(typed);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void whatAWorkerTypesStaysOneValueOfJson(int number) {
		this.setup.set("requests.search.path", "/search")
			.set("requests.search.body", "{\"filter\": [{\"q\": \"{search}\", \"size\": \"{limit}\"}], \"all\": true}");
		String typed = "x " + INJECTIONS[number];
		this.setup.crm().list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		CrmRequest sent = this.setup.server().requests().get(0);
		assertThat(sent.method()).isEqualTo("POST");
		JsonNode json = sent.json();
		assertThat(json.path("filter").path(0).path("q").asString("")).isEqualTo(typed);
		assertThat(json.path("filter").path(0).path("size").isNumber()).isTrue();
		assertThat(json.path("filter").path(0).size()).isEqualTo(2);
		assertThat(json.size()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void idStaysOneSegmentOfThePath(int number) {
		this.setup.crm().byId(id(INJECTIONS[number]), Walk.soon());
		assertThat(this.setup.requests())
			.containsExactly("GET /api/c/" + UriUtils.encode(INJECTIONS[number], StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".", "..", "", " " })
	void idThatIsAStepInAPathIsNotSent(String id) {
		assertThat(this.setup.crm().byId(id(id), Walk.soon())).isEmpty();
		assertThat(this.setup.requests()).isEmpty();
	}

	@Test
	void ownersHaveAParameterEachOrASeparator() {
		this.setup.crm().list(audience(ADA, BEN), "", null, 5, Walk.soon());
		this.setup.set("list-separator", ",").crm().list(audience(ADA, BEN), "", null, 5, Walk.soon());
		assertThat(this.setup.requests()).containsExactly("GET /api/c?o=ada%40example.com&o=ben%40example.com",
				"GET /api/c?o=ada%40example.com%2Cben%40example.com");
	}

	@Test
	void ownerWithTheSeparatorIsNotSent() {
		this.setup.set("list-separator", ",").crm().list(audience(ADA, "a,b"), "", null, 5, Walk.soon());
		assertThat(this.setup.requests()).containsExactly("GET /api/c?o=ada%40example.com");
	}

	@Test
	void ownersOfAnotherFormAreNotSent() {
		RestCrm crm = this.setup.set("owner-pattern", "[0-9]+").set("shared-owners", "1,2").crm();
		crm.list(audience(ADA, "4711"), "", null, 5, Walk.soon());
		assertThat(this.setup.requests()).containsExactly("GET /api/c?o=1&o=2&o=4711");
	}

	@Test
	void audienceWithoutOwnersThatTheApiKnowsSeesNothingWithoutACall() {
		RestCrm crm = this.setup.set("owner-pattern", "[0-9]+").crm();
		assertThat(crm.list(audience(ADA), "", null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(this.setup.requests()).isEmpty();
	}

	@Test
	void emptyPlaceholderLeavesItsParameterOrObjectOut() {
		this.setup.set("requests.list.path", "/list?x=1").set("requests.list.body", """
				{ "filters": [{ "field": "owner", "in": "{owners}" }, { "field": "active", "eq": true }],
				  "domain": [["owner", "in", "{owners}"], ["active", "=", true]],
				  "owner": "{owners}", "page": { "size": "{limit}", "after": "{cursor}" } }
				""").set("paging.type", "cursor").set("paging.next", "/next");
		RestCrm crm = this.setup.crm();
		crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		crm.list(audience(ADA), "", null, 5, Walk.soon());
		List<CrmRequest> sent = this.setup.server().requests();
		assertThat(sent.get(0).json()).isEqualTo(CrmReply.JSON.readTree("""
				{ "filters": [{ "field": "active", "eq": true }], "domain": [["active", "=", true]],
				  "page": { "size": 30 } }
				"""));
		assertThat(sent.get(1).json()).isEqualTo(CrmReply.JSON.readTree("""
				{ "filters": [{ "field": "owner", "in": ["ada@example.com"] }, { "field": "active", "eq": true }],
				  "domain": [["owner", "in", ["ada@example.com"]], ["active", "=", true]],
				  "owner": ["ada@example.com"], "page": { "size": 30 } }
				"""));
	}

	@Test
	void numberIsSentAsTheApiNeedsIt() {
		this.setup.set("requests.by-address.path", "/p?e164=eq.{number}&d={digits}&n={national}&a={address}&l={limit}");
		this.setup.crm().byAddress(sms("+14155550101"), Walk.soon());
		this.setup.crm().byAddress(chat("lina berg"), Walk.soon());
		assertThat(this.setup.requests()).containsExactly(
				"GET /api/p?e164=eq.%2B14155550101&d=14155550101&n=4155550101&a=%2B14155550101&l=100",
				"GET /api/p?a=lina%20berg&l=100");
	}

	@Test
	void numberThatWhatsAppWritesDifferentlyIsAskedForInBothFormsOnlyIfTheRequestDiffers() {
		this.setup.crm().byAddress(sms("+5215512345678"), Walk.soon());
		this.setup.set("requests.by-address.path", "/p?n={numbers}").set("list-separator", "|");
		this.setup.crm().byAddress(sms("+525512345678"), Walk.soon());
		assertThat(this.setup.requests()).hasSize(3)
			.element(2)
			.asString()
			.contains("%2B5215512345678%7C", "%2B525512345678");
	}

	@Test
	void chatIdentityIsNotAskedForIfTheRequestHasOnlyNumbers() {
		assertThat(this.setup.crm().byAddress(chat("lina-berg"), Walk.soon())).isEmpty();
		assertThat(this.setup.requests()).isEmpty();
	}

	@Test
	void headersAndCredentialsAreSent() {
		this.setup.set("headers", "X-Tenant: 42, Prefer:a b")
			.set("authentication.type", "header")
			.set("authentication.header", "X-Api-Key")
			.set("authentication.token", "secret");
		this.setup.crm().byId(id("7"), Walk.soon());
		this.setup.set("authentication.type", "basic")
			.set("authentication.username", "me")
			.set("authentication.password", "pä:ss");
		this.setup.crm().byId(id("7"), Walk.soon());
		List<CrmRequest> sent = this.setup.server().requests();
		assertThat(sent.get(0).headers()).containsEntry("X-Tenant", "42")
			.containsEntry("Prefer", "a b")
			.containsEntry("X-Api-Key", "secret")
			.doesNotContainKey("Authorization");
		assertThat(sent.get(1).header("Authorization")).isEqualTo("Basic bWU6cMOkOnNz");
	}

}
