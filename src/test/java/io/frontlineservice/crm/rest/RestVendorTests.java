package io.frontlineservice.crm.rest;

import static io.frontlineservice.crm.rest.StubbedRest.data;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the start and the doctor say about settings and about the API. */
class RestVendorTests {

	private final RestSetup setup = StubbedRest.start(RestVendorTests::answer);

	@AfterEach
	void stop() {
		this.setup.close();
	}

	private static CrmReply answer(CrmRequest request) {
		Map<String, Object> customer = Map.of("id", "7", "name", "Lina", "owner", ADA, "phone", "+14155550101");
		return request.path().endsWith("/7") ? CrmReply.json(200, customer) : data(customer, Map.of("name", "x"));
	}

	@Test
	void settingsWithoutMistakesHaveNoFindings() {
		assertThat(this.setup.findings()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "url | - | url | is missing",
			"url | http://crm.example.com | url | must begin with https://",
			"requests.list.path | - | requests.list.path | is missing",
			"requests.list.path | contacts | requests.list.path | must begin with a slash",
			"requests.list.path | /c?o={owner} | requests.list.path | ; the nearest is owners",
			"requests.list.path | /c?o={id} | requests.list.path | cannot have {id}",
			"requests.list.path | /{owners}/c | requests.list.path | before the question mark",
			"requests.list.path | /c?q=name:{search} | requests.list.path | as the whole value",
			"requests.list.path | /c?a=b c | requests.list.path | has a character",
			"requests.list.path | /c#a | requests.list.path | must not have a #",
			"requests.list.path | /c?after={cursor} | paging.type | is missing",
			"requests.list.records | - | requests.list.records | is missing",
			"requests.list.records | data.items | requests.list.records | must be a JSON Pointer",
			"requests.search.path | /c | requests.search.path | must have {search}",
			"requests.search.body | {\"a\": | requests.search.body | must be JSON",
			"requests.search.body | 7 | requests.search.body | must be an object",
			"requests.search.body | {\"a\": \"x {search}\"} | requests.search.body | as a whole text",
			"requests.search.body | {\"a\": \"{what}\"} | requests.search.body | does not exist",
			"requests.by-id.path | - | requests.by-id.path | is missing",
			"requests.by-id.path | /c | requests.by-id.path | must have {id}",
			"requests.by-address.path | /c | requests.by-address.path | must have {address}",
			"paging.type | cursor | paging.next | is missing",
			"paging.type | page | requests.list.path | must have {page}",
			"paging.type | offset | requests.list.path | must have {offset}",
			"paging.type | pages | paging.type | ; the nearest is page",
			"paging.size | 0 | paging.size | must be 1 to 1000", "paging.first | -1 | paging.first | must be 0",
			"paging.total | a | paging.total | must be a JSON Pointer",
			"authentication.type | bearer | authentication.token | is missing",
			"authentication.token | abc | authentication.type | is missing",
			"authentication.type | basic | authentication.username | is missing",
			"authentication.type | header | authentication.header | must be the name",
			"authentication.type | client-credentials | authentication.token-url | is missing",
			"authentication.token-url | http://login.example.com | authentication.token-url | must begin with https://",
			"hosts | https://a.example.com | hosts | must be host names",
			"hosts | a.example.com/b | hosts | must be host", "headers | X-Tenant 42 | headers | must be headers",
			"owner-pattern | [0-9 | owner-pattern | must be a regular",
			"errors.code | a | errors.code | must be a JSON Pointer",
			"errors.not-found | a b c | errors | must be statuses",
			"calls-per-second | 0 | calls-per-second | must be 1",
			"fields.display-name | - | fields.display-name | is missing",
			"fields.worker | - | fields.worker | is missing",
			"fields.customer-id | '' | fields.customer-id | must name",
			"fields.details-text | {{a | fields.details-text | is not a text" })
	void mistakeIsReportedWithItsSettingAndTheFix(String name, String value, String key, String problem) {
		if (value == null) {
			this.setup.remove(name);
		}
		else {
			this.setup.set(name, value);
		}
		assertThat(this.setup.findings()).anySatisfy((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.crm.rest." + key);
			assertThat(finding.problem()).contains(problem);
		});
	}

	@Test
	void pagingWithoutRequestsIsReported() {
		try (RestSetup contract = new RestSetup(new PretendCustomersApi(), PretendCustomersApi.PATH)) {
			assertThat(contract.findings()).isEmpty();
			assertThat(contract.set("requests.search.body", "").set("requests.by-id.path", "").findings()).isEmpty();
			assertThat(contract.set("paging.type", "page").findings()).extracting((it) -> it.key())
				.containsExactly("frontline.crm.rest.requests.list.path");
		}
	}

	@Test
	void pageThatOurApiDoesNotPermitIsReported() {
		try (RestSetup contract = new RestSetup(new PretendCustomersApi(), PretendCustomersApi.PATH)) {
			assertThat(contract.set("paging.size", "201").findings()).extracting((it) -> it.key())
				.containsExactly("frontline.crm.rest.paging.size");
		}
	}

	@Test
	void doctorCountsRecordsAndFindsACustomerAgain() {
		assertThat(seen(this.setup)).containsExactly("the API answers, and lists customers",
				"of the first 2 records, 1 have no usable id", "of the first 1 customers, 0 have no usable number",
				"of the first 1 customers, 0 have no owner", "the API finds a customer by its number");
	}

	@Test
	void doctorSaysWhatTheApiCannotDo() {
		this.setup.set("requests.list.path", "/c").remove("requests.search.path").remove("requests.search.records");
		this.setup.remove("requests.by-address.path").remove("requests.by-address.records");
		assertThat(seen(this.setup))
			.contains("the API answers, but cannot find customers by their numbers", "the API cannot search customers")
			.anyMatch((it) -> it.startsWith("the API does not filter by owner"));
	}

	@Test
	void doctorReportsAPageSizeThatTheApiDoesNotUse() {
		this.setup.set("requests.list.path", "/c?page={page}").set("paging.type", "page").set("paging.size", "50");
		assertThat(new RestVendor().examine(this.setup.environment())).anySatisfy((it) -> {
			assertThat(it.seen()).contains("a page of 2 customers although 50 were asked for");
			assertThat(it.fix()).contains("frontline.crm.rest.paging.size");
		});
	}

	@ParameterizedTest
	@CsvSource({ "401, frontline.crm.rest.authentication", "403, let the credentials read",
			"404, frontline.crm.rest.requests", "429, again in a minute", "500, frontline.crm.rest.url",
			"302, answers JSON" })
	void doctorSaysHowToFixAnError(int status, String fix) {
		try (RestSetup failing = StubbedRest.start(CrmReply.json(status, Map.of()))) {
			List<Observation> observations = new RestVendor().examine(failing.environment());
			assertThat(observations).singleElement().satisfies((it) -> {
				assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
				assertThat(it.fix()).contains(fix);
			});
		}
	}

	private static List<String> seen(RestSetup setup) {
		return new RestVendor().examine(setup.environment()).stream().map(Observation::seen).toList();
	}

}
