package io.frontlineservice.sandbox.crm.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
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
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pretend Airtable answers as Airtable documents it. */
class PretendAirtableTests {

	private static final String TABLE = "/v0/" + PretendAirtable.BASE_ID + "/" + PretendAirtable.TABLE_ID;

	private static PretendAirtable airtable;

	private static HttpClient http;

	@BeforeAll
	static void start() {
		airtable = PretendAirtable.start(0);
		airtable.limit(1_000);
		http = HttpClient.newHttpClient();
		airtable.table()
			.define("Name", FieldType.TEXT)
			.define("Owner", FieldType.USERS)
			.define("Phone", FieldType.PHONE)
			.define("Odd }name", FieldType.TEXT)
			.define("VIP", FieldType.CHECKBOX)
			.define("Orders", FieldType.NUMBER);
		airtable.table()
			.put(1, Map.of("Name", "Nora Lind", "Phone", "(415) 555-0101", "VIP", true, "Orders", 7, "Owner",
					List.of(Table.user("ada@example.com", "Ada Park"), Table.user("ben@example.com", "Ben Ode"))));
		airtable.table().put(2, Map.of("Name", "ann o'brien", "VIP", false, "Odd }name", "a\\b", "Orders", 0));
		airtable.table().put(3, Map.of("Phone", "", "Owner", List.of()));
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@Test
	void emptyValuesAreOmitted() throws Exception {
		JsonNode records = json(list("{}")).path("records");
		assertThat(records.path(1).path("fields").propertyNames()).containsExactlyInAnyOrder("Name", "Odd }name",
				"Orders");
		assertThat(records.path(2).path("fields").isEmpty()).isTrue();
		assertThat(records.path(0).path("fields").path("Owner").path(0).path("email").asString())
			.isEqualTo("ada@example.com");
		assertThat(json(list("{}")).has("offset")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			1                                                                    ~ 1 2 3
			{Name}='Nora Lind'                                                   ~ 1
			{Name}="Nora Lind"                                                   ~ 1
			Name='nora lind'                                                     ~
			LOWER({Name})='nora lind'                                            ~ 1
			FIND('o\\\\'b',{Name})                                               ~ 2
			FIND('Ben Ode',{Owner}&'')                                           ~ 1
			FIND('ben@example.com',{Owner}&'')                                   ~
			{Owner}&''='Ada Park, Ben Ode'                                       ~ 1
			{Owner}&''=''                                                        ~ 2 3
			{Odd \\\\}name}='a\\\\\\\\b'                                         ~ 2
			REGEX_REPLACE({Phone}&'','[^0-9]+','')='4155550101'                  ~ 1
			REGEX_MATCH({Name}&'','^N')                                          ~ 1
			{VIP}                                                                ~ 1
			{Orders}>5                                                           ~ 1
			{Orders}&''='0'                                                      ~ 2
			AND({VIP},OR({Orders}<=6,NOT({Name}='x')))                           ~ 1
			SEARCH('zz',{Name})                                                  ~
			RECORD_ID()='rec00000000000003'                                      ~ 3
			( TRIM('  x ') & UPPER('y') ) = 'xY'                                 ~ 1 2 3
			""")
	void formulaSelects(String formula, String ids) throws Exception {
		List<String> found = new ArrayList<>();
		json(list("{\"filterByFormula\":\"" + formula.replace("\"", "\\\"") + "\"}")).path("records")
			.forEach((record) -> found.add(record.path("id").asString().replaceFirst("rec0+", "")));
		assertThat(String.join(" ", found)).isEqualTo((ids != null) ? ids : "");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{No such field}", "{Name", "'Nora", "1)", "NOSUCH()", "", "FIND('a')", "{Name}>'a'",
			"'a'<'b'", "{Name}=", "REGEX_MATCH('a','[')", "'a\nb'" })
	void formulaThatCannotBeUnderstoodIsAnError(String formula) throws Exception {
		HttpResponse<String> answer = list(CrmReply.JSON.writeValueAsString(Map.of("filterByFormula", formula)));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(json(answer).path("error").path("type").asString()).isEqualTo("INVALID_FILTER_BY_FORMULA");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			[]                                                          ~ INVALID_REQUEST_UNKNOWN
			{"pageSize":101}                                            ~ INVALID_REQUEST_UNKNOWN
			{"pageSize":0}                                              ~ INVALID_REQUEST_UNKNOWN
			{"limit":5}                                                 ~ INVALID_REQUEST_UNKNOWN
			{"view":"No such view"}                                     ~ INVALID_REQUEST_UNKNOWN
			{"fields":["No such field"]}                                ~ UNKNOWN_FIELD_NAME
			{"sort":[{"field":"No such field"}]}                        ~ UNKNOWN_FIELD_NAME
			{"sort":[{"field":"Name","direction":"up"}]}                ~ INVALID_REQUEST_UNKNOWN
			{"offset":"itr00000000000099/rec00000000000001"}            ~ LIST_RECORDS_ITERATOR_NOT_AVAILABLE
			{"offset":"x"}                                              ~ LIST_RECORDS_ITERATOR_NOT_AVAILABLE
			""")
	void requestBeyondTheLimitsIsAnError(String body, String type) throws Exception {
		HttpResponse<String> answer = list(body);
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(json(answer).path("error").path("type").asString()).isEqualTo(type);
	}

	@Test
	void iterationContinuesUntilItEnds() throws Exception {
		String sorted = "\"sort\":[{\"field\":\"Name\",\"direction\":\"asc\"}],\"pageSize\":2";
		JsonNode first = json(list("{" + sorted + "}"));
		assertThat(first.path("records").path(0).path("id").asString()).isEqualTo(Table.id(3));
		String next = "{" + sorted + ",\"offset\":\"" + first.path("offset").asString() + "\"}";
		JsonNode last = json(list(next));
		assertThat(last.path("records").size()).isOne();
		assertThat(last.has("offset")).isFalse();
		airtable.endIterations();
		assertThat(json(list(next)).path("error").has("message")).isFalse();
		assertThat(list(next).statusCode()).isEqualTo(422);
	}

	@Test
	void recordIsReadByItsId() throws Exception {
		assertThat(json(get(TABLE + "/" + Table.id(1))).path("fields").path("Name").asString()).isEqualTo("Nora Lind");
		HttpResponse<String> missing = get(TABLE + "/" + Table.id(9));
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).isEqualTo("{\"error\":\"NOT_FOUND\"}");
	}

	@Test
	void schemaNamesTheFields() throws Exception {
		JsonNode table = json(get("/v0/meta/bases/" + PretendAirtable.BASE_ID + "/tables")).path("tables").path(0);
		assertThat(table.path("name").asString()).isEqualTo(PretendAirtable.TABLE_NAME);
		assertThat(table.path("fields").path(1).path("type").asString()).isEqualTo("multipleCollaborators");
	}

	@Test
	void errorsAreAirtables() throws Exception {
		assertThat(send(request(TABLE).header("Authorization", "Bearer wrong")).statusCode()).isEqualTo(401);
		assertThat(get("/v1/x/y/z").statusCode()).isEqualTo(404);
		assertThat(get("/v0/" + PretendAirtable.BASE_ID + "/Leads/" + Table.id(1)).statusCode()).isEqualTo(403);
		airtable.revoke(PretendAirtable.RECORDS_SCOPE);
		HttpResponse<String> refused = list("{}");
		airtable.grant(PretendAirtable.RECORDS_SCOPE);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(json(refused).path("error").path("type").asString())
			.isEqualTo("INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
	}

	@Test
	void sixthCallInASecondIsRefusedAndAllOthersForHalfAMinute() {
		AtomicLong time = new AtomicLong();
		AirtableCalls calls = new AirtableCalls(new Table(), time::get);
		List<Integer> statuses = new ArrayList<>();
		for (long second : new long[] { 0, 0, 0, 0, 0, 0, 1, 29, 30 }) {
			time.set(second * 1_000_000_000L);
			statuses.add(
					calls
						.answer(new CrmRequest("POST", TABLE + "/listRecords", "",
								Map.of("Authorization", "Bearer " + PretendAirtable.ACCESS_TOKEN), "{}"))
						.status());
		}
		assertThat(statuses).containsExactly(200, 200, 200, 200, 200, 429, 429, 429, 200);
	}

	private static HttpResponse<String> list(String body) throws IOException, InterruptedException {
		return send(authorized(TABLE + "/listRecords").POST(BodyPublishers.ofString(body)));
	}

	private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
		return send(authorized(url));
	}

	private static HttpRequest.Builder authorized(String url) {
		return request(url).header("Authorization", "Bearer " + PretendAirtable.ACCESS_TOKEN);
	}

	private static HttpRequest.Builder request(String url) {
		return HttpRequest.newBuilder(URI.create(airtable.server().url() + url));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.build(), BodyHandlers.ofString());
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return CrmReply.JSON.readTree(answer.body());
	}

}
