package io.frontlineservice.sandbox.crm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pretend Dataverse answers as Microsoft's documents say. */
class PretendDataverseTests {

	private final PretendDataverse dataverse = new PretendDataverse();

	private String token = "";

	@BeforeEach
	void signIn() {
		this.token = json(token(EntraAccess.CLIENT_SECRET)).path("access_token").asString();
		contact("Ann Hill", "4155550101");
		contact("Änn O'Brien", "(415) 555-0101");
		contact("100% [a]_b", null);
	}

	@Test
	void tokenHasTheDocumentedForm() {
		JsonNode body = json(token(EntraAccess.CLIENT_SECRET));
		assertThat(body.propertyNames()).containsExactlyInAnyOrder("token_type", "expires_in", "ext_expires_in",
				"access_token");
		assertThat(body.path("expires_in").asInt()).isEqualTo(3599);
		CrmReply refused = token("wrong");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(json(refused).path("error").asString()).isEqualTo("invalid_client");
		assertThat(json(refused).path("error_description").asString()).startsWith("AADSTS7000215: ");
	}

	@Test
	void pagesAreLinkedUntilTheEnd() {
		List<String> names = new ArrayList<>();
		CrmReply page = get("contacts?$select=fullname&$orderby=fullname", "odata.maxpagesize=2");
		names.addAll(names(page));
		String link = json(page).path("@odata.nextLink").asString();
		assertThat(link).startsWith("http://localhost/api/data/v9.2/contacts?$select=fullname&$orderby=fullname"
				+ "&$skiptoken=%3Ccookie%20pagenumber%3D%222%22");
		page = get(link.replaceFirst(".*/v9.2/", ""), "odata.maxpagesize=2");
		names.addAll(names(page));
		assertThat(json(page).has("@odata.nextLink")).isFalse();
		assertThat(names).containsExactly("100% [a]_b", "Ann Hill", "Änn O'Brien");
		assertThat(get(link.replaceFirst(".*/v9.2/", "") + "x", "odata.maxpagesize=2").status()).isEqualTo(400);
	}

	@Test
	void topIsIgnoredWithAPageSize() {
		assertThat(names(get("contacts?$select=fullname&$top=1", ""))).hasSize(1);
		assertThat(names(get("contacts?$select=fullname&$top=1", "odata.maxpagesize=2"))).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			fullname eq 'ann hill'                            | 1
			fullname eq 'Änn O''Brien'                        | 1
			contains(fullname,'nn')                           | 2
			startswith(fullname,'ann')                        | 2
			endswith(fullname,'hill')                         | 1
			contains(fullname,'%')                            | 3
			contains(fullname,'[%]')                          | 1
			contains(fullname,'[_]b')                         | 1
			contains(fullname,'[[]a]')                        | 1
			contains(fullname,'[x')                           | 0
			contains(mobilephone,'4%1%5%5%5%5')               | 2
			fullname gt 'Ann Hill'                            | 1
			fullname ge 'ann hill' and fullname le 'ANN HILL' | 1
			mobilephone eq null                               | 1
			mobilephone ne null and not contains(fullname,'hill') | 1
			mobilephone ne 'x'                                | 2
			parentcustomerid_account/name eq 'Acme'           | 0
			statecode eq 0 and (fullname eq 'x' or fullname eq 'Ann Hill') | 1
			""")
	void filterFinds(String filter, int count) {
		assertThat(names(get("contacts?$select=fullname&$filter=" + encoded(filter), ""))).hasSize(count);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fullname eq 'O'Brien'", "contactid gt 49b0be2e-d01c-ed11-b83e-000d3a572421",
			"fullname eq 1", "fullname like 'a'", "contains(contactid,'a')", "nickname eq 'a'", "fullname eq 'a' and",
			"(fullname eq 'a'" })
	void filterIsRefused(String filter) {
		CrmReply reply = get("contacts?$select=fullname&$filter=" + encoded(filter), "");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(json(reply).path("error").path("message").asString()).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "contacts?$select=nickname", "contacts?$skip=1",
			"contacts?$filter=statecode%20eq%200&" + "$filter=statecode%20eq%201",
			"contacts?$select=fullname&$expand=account($select=name)", "contacts?foo=1" })
	void queryIsRefused(String query) {
		assertThat(get(query, "").status()).isEqualTo(400);
	}

	@Test
	void idsAreSortedAsInSqlServer() {
		this.dataverse.tables().deleteAll("contact");
		String second = "01000000-0000-0000-0000-000000000002";
		String first = "ff000000-0000-0000-0000-000000000001";
		String zeroth = "00000001-0000-0000-0000-000000000001";
		for (String id : List.of(second, first, zeroth)) {
			this.dataverse.tables().insert("contact", Map.of("contactid", id));
		}
		List<String> ids = new ArrayList<>();
		json(get("contacts?$select=contactid&$orderby=contactid", "")).path("value")
			.forEach((row) -> ids.add(row.path("contactid").asString()));
		assertThat(ids).containsExactly(first, zeroth, second);
	}

	@Test
	void errorsHaveTheDocumentedForm() {
		assertThat(get("people?$select=x", "").status()).isEqualTo(404);
		this.dataverse.callers().revoke("prvReadContact");
		CrmReply refused = get("contacts?$select=fullname", "");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(json(refused).path("error").path("message").asString()).contains("is missing prvReadContact");
		this.dataverse.limit(0);
		CrmReply limited = get("contacts?$select=fullname", "");
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.headers()).containsEntry("Retry-After", "2");
		assertThat(json(limited).path("error").path("code").asString()).isEqualTo("0x80072322");
		this.token = "other";
		assertThat(get("contacts?$select=fullname", "").status()).isEqualTo(401);
	}

	private void contact(String name, String phone) {
		Map<String, Object> values = new TreeMap<>(Map.of("lastname", name));
		if (phone != null) {
			values.put("mobilephone", phone);
		}
		this.dataverse.tables().insert("contact", values);
	}

	private CrmReply token(String secret) {
		String form = "grant_type=client_credentials&client_id=" + EntraAccess.CLIENT_ID + "&client_secret=" + secret
				+ "&scope=" + encoded("https://acme.crm.dynamics.com/.default");
		return this.dataverse
			.answer(new CrmRequest("POST", "/" + EntraAccess.TENANT_ID + "/oauth2/v2.0/token", "", Map.of(), form));
	}

	private CrmReply get(String resource, String prefer) {
		URI url = URI.create("http://localhost/api/data/v9.2/" + resource);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(Map.of("Authorization", "Bearer " + this.token, "Prefer", prefer, "Host", "localhost"));
		return this.dataverse
			.answer(new CrmRequest("GET", url.getRawPath(), String.valueOf(url.getRawQuery()), headers, ""));
	}

	private static JsonNode json(CrmReply reply) {
		return CrmReply.JSON.readTree(reply.body());
	}

	private static List<String> names(CrmReply reply) {
		assertThat(reply.status()).as(reply.body()).isEqualTo(200);
		List<String> names = new ArrayList<>();
		json(reply).path("value").forEach((row) -> names.add(row.path("fullname").asString()));
		return names;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
