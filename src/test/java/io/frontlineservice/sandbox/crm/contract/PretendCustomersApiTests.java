package io.frontlineservice.sandbox.crm.contract;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.reachable;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.Channel;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pretend server implements {@code customers-api.yaml}. */
class PretendCustomersApiTests {

	private final PretendCustomersApi api = new PretendCustomersApi();

	@BeforeEach
	void addCustomers() {
		this.api.customers()
			.put(reachable(customer("7", "Nora Lind", ADA), "100% Łódź", List.of("o'brien@example.com"),
					Channel.of(sms("+14155550101")), Channel.of(whatsApp("+14155550101"))));
		this.api.customers().put(at(customer("12", "Ann Hill", BEN), sms("+14155550101")));
		this.api.customers().put(customer("a/b", "\u00C5nn Under_score", "*"));
		this.api.customers().put(Map.of("customer_id", 9, "display_name", "Zoe", "worker", "Ada@Example.COM"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			limit=10                                        | 12 a/b 7 9
			owner=ADA%40example.com                         | 7 9
			owner=ada%40example.com&owner=%2A               | a/b 7 9
			owner=nobody%40example.com                      |
			search=an                                       | 12 a/b
			search=LIND+nora                                | 7
			search=brien                                    | 7
			search=%2B1(415)-5550                           | 12 7
			search=%C5%81OD                                 | 7
			search=%25                                      | 7
			search=_                                        | a/b
			search=++                                       | 12 a/b 7 9
			cursor=no-such-cursor                           |
			""")
	void listHas(String query, String ids) {
		List<String> found = new ArrayList<>();
		json("/customers?" + query).path("customers").forEach((it) -> found.add(it.path("customer_id").asString()));
		assertThat(String.join(" ", found)).isEqualTo((ids != null) ? ids : "");
	}

	@Test
	void listContinuesWhenItsLastCustomerIsGone() {
		JsonNode first = json("/customers?limit=2");
		this.api.customers().remove("a/b");
		JsonNode last = json("/customers?limit=2&cursor=" + first.path("next").stringValue());
		assertThat(last.path("customers").path(0).path("customer_id").stringValue()).isEqualTo("7");
		assertThat(last.path("customers").size()).isEqualTo(2);
		assertThat(last.path("next").isNull()).isTrue();
	}

	@Test
	void customerIsFoundById() {
		assertThat(json("/customers/a%2Fb").path("workers").path(0).stringValue()).isEqualTo("*");
		assertThat(get("/customers/8").status()).isEqualTo(404);
		assertThat(get("/customers/").status()).isEqualTo(404);
		JsonNode nora = json("/customers/7");
		assertThat(nora.path("email").stringValue()).isEqualTo("o'brien@example.com");
		assertThat(nora.path("channels").path(1).path("value").stringValue()).isEqualTo("whatsapp:+14155550101");
	}

	@ParameterizedTest
	@CsvSource({ "%2B14155550101,2", "whatsapp%3A%2B14155550101,2", "%2B1415555010,0", "lina,0" })
	void addressFindsItsCustomers(String address, int customers) {
		assertThat(json("/customers/by-address?address=" + address).path("customers").size()).isEqualTo(customers);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "/customers?limit=0", "/customers?limit=201", "/customers?limit=x", "/customers/by-address" })
	void invalidParametersAreRefused(String url) {
		CrmReply reply = get(url);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(CrmReply.JSON.readTree(reply.body()).at("/error/code").stringValue()).isEqualTo("invalid_parameter");
	}

	@Test
	void tokenIsNeeded() {
		CrmRequest request = new CrmRequest("GET", "/api/customers", "", Map.of(), "");
		assertThat(this.api.answer(request).status()).isEqualTo(401);
		assertThat(this.api.rateLimited().headers()).containsKey("Retry-After");
	}

	private JsonNode json(String url) {
		CrmReply reply = get(url);
		assertThat(reply.status()).isEqualTo(200);
		return CrmReply.JSON.readTree(reply.body());
	}

	private CrmReply get(String url) {
		String[] parts = url.split("\\?", 2);
		return this.api
			.answer(new CrmRequest("GET", PretendCustomersApi.PATH + parts[0], (parts.length > 1) ? parts[1] : "",
					Map.of("Authorization", "Bearer " + PretendCustomersApi.TOKEN), ""));
	}

}
