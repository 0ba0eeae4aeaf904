package io.frontlineservice.sandbox.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
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

/** The pretend HubSpot answers as HubSpot documents it. */
class PretendHubSpotTests {

	private static final String CONTACTS = "/crm/objects/2026-09/contacts";

	private final PretendHubSpot hubSpot = PretendHubSpot.start(0);

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeEach
	void addContacts() {
		this.hubSpot.limits(1_000, 1_000);
		String ada = String.valueOf(this.hubSpot.owners().idOf("ada@example.com"));
		this.hubSpot.contacts()
			.put(7, Map.of("firstname", "Nora", "lastname", "Lind", "phone", "+33655555555", "hubspot_owner_id", ada));
		this.hubSpot.contacts().put(12, Map.of("firstname", "Ann", "lastname", "Hill", "phone", "00004"));
		this.hubSpot.contacts().put(9, Map.of("firstname", "Zoe", "company", "Acme"));
	}

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void contactHasTheRequestedPropertiesWithEmptyOnesAsNull() throws Exception {
		JsonNode contact = json(get(CONTACTS + "/7?properties=lastname,company,no_such_property"));
		assertThat(contact.path("id").stringValue()).isEqualTo("7");
		assertThat(contact.path("properties").propertyNames()).containsExactlyInAnyOrder("company", "createdate",
				"hs_object_id", "lastmodifieddate", "lastname");
		assertThat(contact.path("properties").path("company").isNull()).isTrue();
		assertThat(contact.path("archived").booleanValue()).isFalse();
	}

	@Test
	void searchableNumberHasNoCountryCode() throws Exception {
		assertThat(searchable(7)).isEqualTo("655555555");
		assertThat(searchable(12)).isEqualTo("4");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}                                                                          | 7 9 12
			{"sorts":[{"propertyName":"lastname","direction":"ASCENDING"}]}             | 12 7 9
			{"query":"no"}                                                              | 7
			{"query":"nora hill"}                                                       |
			{"query":"655555"}                                                          | 7
			{"query":"acme"}                                                            | 9
			{"filterGroups":[{"filters":[{"propertyName":"lastname","operator":"EQ","value":"HILL"}]}]}      | 12
			{"filterGroups":[{"filters":[{"propertyName":"lastname","operator":"IN","values":["hill"]}]}]}   | 12
			{"filterGroups":[{"filters":[{"propertyName":"lastname","operator":"IN","values":["Hill"]}]}]}   |
			{"filterGroups":[{"filters":[{"propertyName":"lastname","operator":"NOT_HAS_PROPERTY"}]}]}       | 9
			""")
	void searchFinds(String search, String ids) throws Exception {
		List<String> found = new ArrayList<>();
		json(search(search)).path("results").forEach((contact) -> found.add(contact.path("id").stringValue()));
		assertThat(String.join(" ", found)).isEqualTo((ids != null) ? ids : "");
	}

	@Test
	void pageHasANextOneWhileThereIsMore() throws Exception {
		JsonNode first = json(search("{\"limit\":2}"));
		assertThat(first.path("total").intValue()).isEqualTo(3);
		assertThat(first.path("paging").path("next").path("after").stringValue()).isEqualTo("2");
		JsonNode last = json(search("{\"limit\":2,\"after\":\"2\"}"));
		assertThat(last.path("results").size()).isEqualTo(1);
		assertThat(last.has("paging")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{\"limit\":0}", "{\"limit\":201}", "{\"after\":\"x\"}", "{\"after\":5}",
			"{\"limit\":200,\"after\":\"9801\"}", "{\"sorts\":[{\"propertyName\":\"no_such_property\"}]}",
			"{\"sorts\":[{\"propertyName\":\"email\"},{\"propertyName\":\"phone\"}]}", "{\"filterGroups\":[{}]}",
			"{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"no_such_property\",\"operator\":\"EQ\"}]}]}",
			"{\"filterGroups\":[{\"filters\":[{\"propertyName\":\"email\",\"operator\":\"LIKE\"}]}]}" })
	void searchBeyondTheLimitsIsInvalid(String search) throws Exception {
		HttpResponse<String> answer = search(search);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(json(answer).path("category").stringValue()).isEqualTo("VALIDATION_ERROR");
	}

	@Test
	void searchHasAtMost3000Characters() throws Exception {
		assertThat(search("{\"query\":\"" + "a".repeat(3_000 - 12) + "\"}").statusCode()).isEqualTo(200);
		assertThat(search("{\"query\":\"" + "a".repeat(3_000 - 11) + "\"}").statusCode()).isEqualTo(400);
	}

	@Test
	void searchHasAtMostFiveGroups() throws Exception {
		String group = "{\"filters\":[{\"propertyName\":\"email\",\"operator\":\"HAS_PROPERTY\"}]}";
		String five = String.join(",", group, group, group, group, group);
		assertThat(search("{\"filterGroups\":[" + five + "]}").statusCode()).isEqualTo(200);
		assertThat(search("{\"filterGroups\":[" + five + "," + group + "]}").statusCode()).isEqualTo(400);
	}

	@Test
	void sixthSearchInASecondIsRefused() throws Exception {
		this.hubSpot.limits(5, 100);
		List<Integer> statuses = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			statuses.add(search("{}").statusCode());
		}
		assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429);
		HttpResponse<String> contact = get(CONTACTS + "/7");
		assertThat(contact.statusCode()).isEqualTo(200);
		assertThat(contact.headers().firstValue("X-HubSpot-RateLimit-Remaining")).isPresent();
	}

	@Test
	void rateLimitHasAnErrorOfItsOwn() throws Exception {
		this.hubSpot.limits(5, 1);
		get(CONTACTS + "/7");
		JsonNode error = json(get(CONTACTS + "/7"));
		assertThat(error.path("errorType").stringValue()).isEqualTo("RATE_LIMIT");
		assertThat(error.path("policyName").stringValue()).isEqualTo("TEN_SECONDLY_ROLLING");
	}

	@Test
	void ownerIsFoundByEmail() throws Exception {
		this.hubSpot.owners().idOf("ben@example.com");
		JsonNode owners = json(get("/crm/owners/2026-09?email=BEN%40example.com&limit=1")).path("results");
		assertThat(owners.size()).isEqualTo(1);
		assertThat(owners.path(0).path("email").stringValue()).isEqualTo("ben@example.com");
		assertThat(owners.path(0).path("id").stringValue()).isNotEqualTo(owners.path(0).path("userId").asString());
	}

	@Test
	void errorsAreHubSpots() throws Exception {
		assertThat(json(get(CONTACTS + "/8")).path("category").stringValue()).isEqualTo("OBJECT_NOT_FOUND");
		assertThat(get("/crm/v3/objects/contacts/7").statusCode()).isEqualTo(404);
		this.hubSpot.revoke(PretendHubSpot.OWNERS_SCOPE);
		HttpResponse<String> refused = get("/crm/owners/2026-09");
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("MISSING_SCOPES", PretendHubSpot.OWNERS_SCOPE);
		HttpResponse<String> wrongKey = send(request(CONTACTS + "/7").setHeader("Authorization", "Bearer wrong"));
		assertThat(wrongKey.statusCode()).isEqualTo(401);
		assertThat(json(wrongKey).path("category").stringValue()).isEqualTo("INVALID_AUTHENTICATION");
	}

	private String searchable(int id) throws IOException, InterruptedException {
		String property = "hs_searchable_calculated_phone_number";
		return json(get(CONTACTS + "/" + id + "?properties=" + property)).path("properties")
			.path(property)
			.stringValue();
	}

	private HttpResponse<String> search(String body) throws IOException, InterruptedException {
		return send(request(CONTACTS + "/search").POST(BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> get(String url) throws IOException, InterruptedException {
		return send(request(url));
	}

	private HttpRequest.Builder request(String url) {
		return HttpRequest.newBuilder(URI.create(this.hubSpot.server().url() + url))
			.header("Authorization", "Bearer " + PretendHubSpot.ACCESS_TOKEN);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.http.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return CrmReply.JSON.readTree(answer.body());
	}

}
