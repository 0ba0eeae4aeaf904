package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Bugs that other callback servers have or had. Each test shows that this service does
 * not have the bug.
 */
@RunningService
class BugsOfOtherServersTests {

	private static final String ADA = "ada@example.com";

	private static final String DMITRI = "dmitri@example.com";

	private static final List<String> LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789".chars()
		.mapToObj(Character::toString)
		.toList();

	private final CrmCallback callback;

	BugsOfOtherServersTests(@LocalServerPort int port) {
		this.callback = new CrmCallback(port);
	}

	@Test
	void pageAfterAnchorHasRequestedSize() throws Exception {
		List<String> all = this.callback.walk(ADA, 100);
		HttpResponse<String> second = this.callback.list(ADA, "PageSize", "5", "Anchor", all.get(4));
		assertThat(CrmCallback.ids(CrmCallback.objects(second))).isEqualTo(all.subList(5, 10));
	}

	@Test
	void anchorAffectsOnlyTheList() throws Exception {
		HttpResponse<String> details = this.callback.post(CrmCallback.form()
			.with("Location", "GetCustomerDetailsByCustomerId")
			.with("Anchor", "1006")
			.with("CustomerId", "1001")
			.with("Worker", ADA));
		assertThat(details.body()).startsWith("{\"objects\":{\"customer\":{\"customer_id\":\"1001\"");
		assertThat(this.callback.list(ADA, "Anchor", "unknown").body()).startsWith("{\"objects\":{\"customers\":[]");
	}

	@Test
	void unknownWorkerSeesNoCustomers() throws Exception {
		assertThat(this.callback.details("unknown@example.com", "1001").statusCode()).isEqualTo(404);
		assertThat(this.callback.walk("unknown@example.com", 100, "Query", "Lina")).isEmpty();
	}

	@Test
	void guessedIdDoesNotShowCustomerOfOtherWorker() throws Exception {
		List<String> own = this.callback.walk(ADA, 100);
		for (int id = 1001; id <= 1040; id++) {
			int expected = own.contains(String.valueOf(id)) ? 200 : 404;
			assertThat(this.callback.details(ADA, String.valueOf(id)).statusCode()).isEqualTo(expected);
		}
	}

	@Test
	void searchFindsOnlyCustomersOfWorker() throws Exception {
		List<String> own = this.callback.walk(ADA, 100);
		for (String letter : LETTERS) {
			assertThat(own).containsAll(this.callback.walk(ADA, 100, "Query", letter));
		}
	}

	@Test
	void customersAreFilteredBeforePaging() throws Exception {
		assertThat(this.callback.walk(DMITRI, 1)).isEqualTo(this.callback.walk(DMITRI, 100)).contains("1040");
	}

	@Test
	void customerIdIsNotPosition() throws Exception {
		assertThat(this.callback.details(ADA, "0").statusCode()).isEqualTo(404);
		assertThat(this.callback.details(ADA, "1").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Lina Lina", "li li LI" })
	void repeatedWordInSearchIsNotAnError(String query) throws Exception {
		assertThat(this.callback.walk(ADA, 30, "Query", query)).contains("1001");
	}

	@Test
	void searchableIsAlwaysTrueAsBoolean() throws Exception {
		assertThat(this.callback.list(ADA).body()).contains("\"searchable\":true");
		assertThat(this.callback.list(ADA, "Query", "li").body()).contains("\"searchable\":true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "undefined", "null" })
	void missingSignatureIs403(String signature) throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", "GetCustomersList").with("Worker", ADA);
		assertThat(form.postUnsigned(this.callback.url()).statusCode()).isEqualTo(403);
		assertThat(form.postUnsigned(this.callback.url(), "X-Twilio-Signature", signature).statusCode()).isEqualTo(403);
	}

	@Test
	void wrongSignatureIs403() throws Exception {
		HttpResponse<String> response = CrmCallback.form()
			.with("Location", "GetCustomerDetailsByCustomerId")
			.with("CustomerId", "1001")
			.with("Worker", ADA)
			.signedBy("f".repeat(32))
			.post(this.callback.url());
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).doesNotContain("Lina");
	}

	@Test
	void queryStringIsPartOfSignedUrl() throws Exception {
		SignedRequest form = SignedRequest.to(RunningService.PUBLIC_URL + "/callbacks/crm?env=prod&empty=")
			.with("Location", "GetCustomersList")
			.with("Worker", ADA);
		assertThat(form.post(this.callback.url() + "?env=prod&empty=").statusCode()).isEqualTo(200);
		assertThat(form.post(this.callback.url() + "?env=test&empty=").statusCode()).isEqualTo(403);
		assertThat(form.post(this.callback.url()).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "X-Forwarded-Host,evil.example", "X-Forwarded-Proto,http", "X-Forwarded-Prefix,/evil",
			"Forwarded,host=evil.example;proto=http" })
	void forwardedHeadersDoNotChangeSignedUrl(String header, String value) throws Exception {
		SignedRequest form = CrmCallback.form().with("Location", "GetCustomersList").with("Worker", ADA);
		assertThat(form.post(this.callback.url(), header, value).statusCode()).isEqualTo(200);
		SignedRequest evil = SignedRequest.to("https://evil.example/callbacks/crm").with("Worker", ADA);
		assertThat(evil.post(this.callback.url(), header, value).statusCode()).isEqualTo(403);
	}

	@Test
	void concurrentRequestsOfTwoWorkersAreNotMixedUp() throws Exception {
		List<String> expectedForAda = this.callback.walk(ADA, 100);
		List<String> expectedForDmitri = this.callback.walk(DMITRI, 100);
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Boolean>> calls = new ArrayList<>();
			IntStream.range(0, 200).forEach((i) -> {
				calls.add(() -> this.callback.walk(ADA, 100).equals(expectedForAda));
				calls.add(() -> this.callback.walk(DMITRI, 100).equals(expectedForDmitri));
			});
			for (Future<Boolean> call : threads.invokeAll(calls)) {
				assertThat(call.get()).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void responseAllowsNoOtherOrigin() throws Exception {
		HttpResponse<String> response = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Worker", ADA)
			.post(this.callback.url(), "Origin", "https://evil.example");
		assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
	}

}
