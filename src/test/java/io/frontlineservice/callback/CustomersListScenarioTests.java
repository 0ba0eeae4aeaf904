package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The customers that the app's screen My Customers lists. */
@RunningService
class CustomersListScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final String EMPTY_PAGE = "{\"objects\":{\"customers\":[],\"searchable\":true}}";

	private final CrmCallback callback;

	CustomersListScenarioTests(@LocalServerPort int port) {
		this.callback = new CrmCallback(port);
	}

	@Test
	void listHasIdsAndNamesOfCustomers() throws Exception {
		HttpResponse<String> response = this.callback
			.post(CrmCallback.form().with("Location", "GetCustomersList").with("PageSize", "30").with("Worker", ADA));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).startsWith("{\"objects\":{\"customers\":[{\"customer_id\":\"1006\",")
			.contains("{\"customer_id\":\"1032\",\"display_name\":\"Grant Oyelaran\"}")
			.endsWith("],\"searchable\":true}}")
			.doesNotContain("channels", "worker", "null");
	}

	@Test
	void searchListsMatchingCustomers() throws Exception {
		HttpResponse<String> response = this.callback.post(CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("PageSize", "30")
			.with("Query", "LI")
			.with("Worker", ADA));
		assertThat(CrmCallback.ids(CrmCallback.objects(response))).containsExactly("1001", "1003", "1009");
	}

	@Test
	void workerSeesOnlyOwnAndSharedCustomers() throws Exception {
		List<String> ids = this.callback.walk(ADA, 100);
		assertThat(ids).contains("1001", "1040").doesNotContain("1030");
		assertThat(this.callback.walk("dmitri@example.com", 100)).contains("1030", "1040").doesNotContain("1001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADA@Example.COM", "ada.okafor@example.com", "Ada.Okafor@Example.com" })
	void everySpellingOfIdentitySeesSameCustomers(String spelling) throws Exception {
		assertThat(this.callback.walk(spelling, 7)).isEqualTo(this.callback.walk(ADA, 100));
	}

	@ParameterizedTest
	@ValueSource(strings = { " ada@example.com", "ada@example.com\u0000", "аda@example.com", "mallory@example.com" })
	void unknownIdentitySeesOnlyCustomersSharedWithAllWorkers(String identity) throws Exception {
		assertThat(this.callback.walk(identity, 100)).containsExactly("1040");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 100 })
	void pagesByTokenHaveEveryCustomerOnce(int pageSize) throws Exception {
		assertThat(this.callback.walk(ADA, pageSize)).hasSize(12).doesNotHaveDuplicates();
	}

	@Test
	void pagesByAnchorHaveEveryCustomerOnce() throws Exception {
		List<String> ids = new ArrayList<>();
		List<String> page = CrmCallback.ids(CrmCallback.objects(this.callback.list(ADA, "PageSize", "5")));
		while (!page.isEmpty()) {
			ids.addAll(page);
			String last = page.get(page.size() - 1);
			page = CrmCallback.ids(CrmCallback.objects(this.callback.list(ADA, "PageSize", "5", "Anchor", last)));
		}
		assertThat(ids).isEqualTo(this.callback.walk(ADA, 100));
	}

	@Test
	void tokenTakesPrecedenceOverAnchor() throws Exception {
		JsonNode first = CrmCallback.objects(this.callback.list(ADA, "PageSize", "5"));
		String token = first.path("next_page_token").asString();
		HttpResponse<String> second = this.callback.list(ADA, "PageSize", "5", "NextPageToken", token, "Anchor",
				"unknown");
		assertThat(CrmCallback.ids(CrmCallback.objects(second))).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-such-id", "1030", "-1", "' OR 1=1" })
	void anchorThatWorkerMayNotSeeEndsList(String anchor) throws Exception {
		HttpResponse<String> response = this.callback.list(ADA, "Anchor", anchor);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(EMPTY_PAGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "30", "AAAA", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" })
	void forgedTokenEndsList(String token) throws Exception {
		HttpResponse<String> response = this.callback.list(ADA, "NextPageToken", token);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(EMPTY_PAGE);
	}

	@Test
	void tokenOfOtherWorkerOrSearchEndsList() throws Exception {
		String token = CrmCallback.objects(this.callback.list(ADA, "PageSize", "5")).path("next_page_token").asString();
		assertThat(this.callback.list("ben@example.com", "NextPageToken", token).body()).isEqualTo(EMPTY_PAGE);
		assertThat(this.callback.list(ADA, "NextPageToken", token, "Query", "li").body()).isEqualTo(EMPTY_PAGE);
	}

	@ParameterizedTest
	@CsvSource({ "5,5", "0,1", "-1,1", "-99999999999999999999,1", "1,1", "1000000000,12", "99999999999999999999,12",
			"1e3,12", "five,12", "'',12", "٣,12", "+3,3", "' 3 ',3" })
	void pageSizeIsClampedAndDefaultsIfInvalid(String pageSize, int rows) throws Exception {
		HttpResponse<String> response = this.callback.list(ADA, "PageSize", pageSize);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(CrmCallback.objects(response).path("customers").size()).isEqualTo(rows);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\t" })
	void blankQueryListsAllCustomers(String query) throws Exception {
		assertThat(this.callback.walk(ADA, 5, "Query", query)).isEqualTo(this.callback.walk(ADA, 5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "???", "x} IN ALL FIELDS RETURNING User(Id) {", "*", "%", "';--" })
	void specialCharactersInQueryAreLiteral(String query) throws Exception {
		assertThat(this.callback.list(ADA, "Query", query).body()).isEqualTo(EMPTY_PAGE);
	}

	@Test
	void emptyResultIsEmptyList() throws Exception {
		assertThat(this.callback.list(ADA, "Query", "nobodyhasthisname").body()).isEqualTo(EMPTY_PAGE);
	}

}
