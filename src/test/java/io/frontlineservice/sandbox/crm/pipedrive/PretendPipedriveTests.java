package io.frontlineservice.sandbox.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pretend Pipedrive answers as Pipedrive documents it. */
class PretendPipedriveTests {

	private static final String PERSONS = "/api/v2/persons";

	private static final String TIER = "71e0000000000000000000000000000000000004";

	private static final String CHAT = "c4a7000000000000000000000000000000000003";

	private final PretendPipedrive pipedrive = PretendPipedrive.start(0);

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void addPersons() {
		this.pipedrive.limits(1_000, 1_000);
		Account account = this.pipedrive.account();
		account.define(TIER, "enum", Map.of(12, "Gold"));
		account.define(CHAT, "varchar", Map.of());
		long ada = account.user("ada@example.com");
		account.put(7,
				Map.of("name", "Nora Lind", "owner_id", ada, "org_id", account.organization("Acme"), "phones",
						List.of(Map.of("value", "+372 555", "primary", true, "label", "work")), "custom_fields",
						Map.of(TIER, 12, CHAT, "nora")));
		account.put(12, Map.of("name", "Ann Hill", "owner_id", account.user("ben@example.com")));
		account.put(9, Map.of("name", "Hill Noraz", "owner_id", ada));
	}

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void personHasItsFieldsAndEmptyOnesAsNull() throws Exception {
		JsonNode person = json(get(PERSONS + "/7")).path("data");
		assertThat(person.path("id").intValue()).isEqualTo(7);
		assertThat(person.path("first_name").stringValue()).isEqualTo("Nora");
		assertThat(person.path("phones").path(0).path("value").stringValue()).isEqualTo("+372 555");
		assertThat(person.path("custom_fields").path(TIER).intValue()).isEqualTo(12);
		assertThat(person.path("update_time").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
		assertThat(json(get(PERSONS + "/12")).path("data").path("custom_fields").path(TIER).isNull()).isTrue();
	}

	@Test
	void optionsHaveLabelsIfRequested() throws Exception {
		JsonNode fields = json(get(PERSONS + "/7?include_option_labels=true&custom_fields=" + TIER)).path("data")
			.path("custom_fields");
		assertThat(fields.path(TIER).path("label").stringValue()).isEqualTo("Gold");
		assertThat(fields.has(CHAT)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			?sort_by=id                         | 7 9 12
			?sort_by=id&sort_direction=desc     | 12 9 7
			?ids=9,7,8                          | 7 9
			?limit=2                            | 7 9
			/search?term=hill                   | 9 12
			/search?term=HILL%20ann             | 12
			/search?term=nora&fields=name       | 7 9
			/search?term=nora&exact_match=true  | 7
			/search?term=555&fields=phone       | 7
			/search?term=%2B372555              |
			/search?term=gold                   |
			""")
	void requestFinds(String request, String ids) throws Exception {
		assertThat(String.join(" ", ids(request))).isEqualTo((ids != null) ? ids : "");
	}

	@Test
	void listIsFilteredByItsOwner() throws Exception {
		assertThat(ids("?owner_id=" + this.pipedrive.account().user("ada@example.com"))).containsExactly("7", "9");
	}

	@Test
	void cursorNamesTheFirstPersonOfTheNextPage() throws Exception {
		String cursor = cursor("?limit=2&sort_direction=desc");
		this.pipedrive.account().put(13, Map.of("name", "Zoe", "owner_id", 1));
		this.pipedrive.account().delete(9);
		assertThat(ids("?limit=2&sort_direction=desc&cursor=" + cursor)).containsExactly("7");
		assertThat(json(get(PERSONS)).path("additional_data").path("next_cursor").isNull()).isTrue();
	}

	@Test
	void orderByTheTimeOfTheChangeMovesPersons() throws Exception {
		assertThat(ids("?sort_by=update_time")).containsExactlyInAnyOrder("7", "9", "12");
		assertThat(get(PERSONS + "?sort_by=update_time&cursor=" + cursor("?limit=1")).statusCode()).isEqualTo(400);
	}

	@Test
	void searchSaysLittleOfAPerson() throws Exception {
		JsonNode item = json(get(PERSONS + "/search?term=lind")).path("data").path("items").path(0).path("item");
		assertThat(item.path("phones").path(0).stringValue()).isEqualTo("+372 555");
		assertThat(item.path("owner").path("id").isNumber()).isTrue();
		assertThat(item.path("organization").path("name").stringValue()).isEqualTo("Acme");
		assertThat(item.has("update_time")).isFalse();
	}

	@Test
	void deletedPersonIsOnlyFoundByItsId() throws Exception {
		this.pipedrive.account().delete(12);
		assertThat(ids("?sort_by=id")).containsExactly("7", "9");
		assertThat(ids("/search?term=ann")).isEmpty();
		assertThat(json(get(PERSONS + "/12")).path("data").path("is_deleted").booleanValue()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=501", "?limit=0", "?sort_by=name", "?sort_direction=up", "?owner_id=ada",
			"?owner_id=1&owner_id=2", "?cursor=x", "?ids=1,,2", "?start=5", "?custom_fields=tier", "/x",
			"/search?term=a", "/search", "/search?term=ann&fields=owner", "/search?term=ann&sort_by=id",
			"/search?term=ann&exact_match=1", "/search?term=ann&limit=501" })
	void requestThatPipedriveDoesNotKnowIsInvalid(String request) throws Exception {
		HttpResponse<String> answer = get(PERSONS + request);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(json(answer).path("success").booleanValue()).isFalse();
	}

	@Test
	void requestHasAtMost100Ids() throws Exception {
		String ids = "1" + ",1".repeat(99);
		assertThat(get(PERSONS + "?ids=" + ids).statusCode()).isEqualTo(200);
		assertThat(get(PERSONS + "?ids=" + ids + ",1").statusCode()).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ PERSONS + ",10", PERSONS + "/7,1", PERSONS + "/search?term=ann,20", "/api/v1/users,20",
			"/api/v2/personFields,10", "/api/v2/organizations?ids=301,10", "/api/v2/organizations/301,1" })
	void callCostsTokens(String request, int tokens) throws Exception {
		HttpResponse<String> answer = get(request);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("x-daily-ratelimit-token-remaining"))
			.contains(String.valueOf(150_000 - tokens));
		assertThat(this.pipedrive.tokensUsed()).isEqualTo(tokens);
	}

	@Test
	void eleventhSearchInTwoSecondsIsRefused() throws Exception {
		this.pipedrive.limits(10, 20);
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 11; i++) {
			statuses.add(get(PERSONS + "/search?term=ann").statusCode());
		}
		assertThat(statuses).endsWith(200, 429).containsOnlyOnce(429);
		assertThat(get(PERSONS + "/7").headers().firstValue("x-ratelimit-limit")).contains("20");
	}

	@Test
	void usedUpTokensAreALimit() throws Exception {
		this.pipedrive.tokensLeft(9);
		HttpResponse<String> answer = get(PERSONS);
		assertThat(answer.statusCode()).isEqualTo(429);
		assertThat(answer.headers().firstValue("x-daily-ratelimit-token-remaining")).contains("0");
	}

	@Test
	void errorsArePipedrives() throws Exception {
		assertThat(get(PERSONS + "/8").statusCode()).isEqualTo(404);
		assertThat(get("/v1/persons/7").statusCode()).isEqualTo(404);
		assertThat(get("/api/v1/users/find?term=ada").statusCode()).isEqualTo(404);
		this.pipedrive.permit(false);
		assertThat(get(PERSONS + "/7").statusCode()).isEqualTo(403);
		HttpResponse<String> refused = send(request(PERSONS + "/7").setHeader("x-api-token", "wrong"));
		assertThat(refused.statusCode()).isEqualTo(401);
		assertThat(json(refused).path("errorCode").intValue()).isEqualTo(401);
		assertThat(send(HttpRequest.newBuilder(
				URI.create(this.pipedrive.server().url() + PERSONS + "?api_token=" + PretendPipedrive.API_TOKEN)))
			.statusCode()).isEqualTo(401);
	}

	@Test
	void deactivatedUserIsStillListed() throws Exception {
		this.pipedrive.account().deactivate("ben@example.com");
		JsonNode users = json(get("/api/v1/users")).path("data");
		assertThat(users.size()).isEqualTo(2);
		assertThat(users.path(1).path("active_flag").booleanValue()).isFalse();
	}

	private List<String> ids(String request) throws IOException, InterruptedException {
		JsonNode data = json(get(PERSONS + request)).path("data");
		List<String> ids = new ArrayList<>();
		data.path("items").forEach((item) -> ids.add(item.path("item").path("id").asString()));
		if (data.isArray()) {
			data.forEach((person) -> ids.add(person.path("id").asString()));
		}
		return ids;
	}

	private String cursor(String request) throws IOException, InterruptedException {
		return json(get(PERSONS + request)).path("additional_data").path("next_cursor").stringValue();
	}

	private HttpResponse<String> get(String url) throws IOException, InterruptedException {
		return send(request(url));
	}

	private HttpRequest.Builder request(String url) {
		return HttpRequest.newBuilder(URI.create(this.pipedrive.server().url() + url))
			.header("x-api-token", PretendPipedrive.API_TOKEN);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return CrmReply.JSON.readTree(answer.body());
	}

}
