package io.frontlineservice.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.frontlineservice.SignedRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The service behind a reverse proxy that ends TLS and strips a path. */
@ProxiedService
class ReverseProxyTests {

	private final WireMockServer proxy = new WireMockServer(wireMockConfig().dynamicPort());

	@LocalServerPort
	private int port;

	@BeforeEach
	void startProxy() {
		this.proxy.start();
		this.proxy.stubFor(any(urlMatching("/twilio/.*")).willReturn(
				aResponse().proxiedFrom("http://localhost:" + this.port).withProxyUrlPrefixToRemove("/twilio")));
	}

	@AfterEach
	void stopProxy() {
		this.proxy.stop();
	}

	@Test
	void requestOverHttpBehindATlsProxyPasses() throws Exception {
		HttpResponse<String> response = crm("").post(proxied(""));

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains(ProxiedService.CUSTOMER);
	}

	@Test
	void unsignedRequestIsRefusedThroughTheProxy() throws Exception {
		HttpResponse<String> response = crm("").postUnsigned(proxied(""));

		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).doesNotContain(ProxiedService.CUSTOMER);
	}

	@Test
	void signatureForTheInternalUrlIsRefused() throws Exception {
		SignedRequest form = SignedRequest.to(proxied("")).with("Location", "GetCustomersList").with("Worker", "ada");

		assertThat(form.post(proxied("")).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "X-Forwarded-Host, evil.example", "X-Forwarded-Proto, http", "X-Forwarded-Port, 8443",
			"X-Forwarded-Prefix, /evil", "X-Forwarded-For, 127.0.0.1", "X-Forwarded-Ssl, off",
			"Forwarded, for=127.0.0.1;host=evil.example;proto=http", "X-Original-Host, evil.example",
			"X-Original-URL, /evil", "X-HTTP-Method-Override, GET" })
	void forwardedHeadersDoNotChangeTheVerification(String name, String value) throws Exception {
		for (String url : new String[] { proxied(""), direct() }) {
			HttpResponse<String> right = crm("").post(url, name, value);
			HttpResponse<String> wrong = SignedRequest.to("http://evil.example/evil/callbacks/crm")
				.with("Location", "GetCustomersList")
				.with("Worker", "ada@example.com")
				.post(url, name, value);

			assertThat(right.statusCode()).isEqualTo(200);
			assertThat(wrong.statusCode()).isEqualTo(403);
			assertThat(wrong.body() + wrong.headers() + right.body() + right.headers()).doesNotContain("evil");
		}
	}

	@Test
	void bothKindsOfForwardedHeadersDoNotChangeTheVerification() throws Exception {
		String[] headers = { "X-Forwarded-Host", "fis.example.com", "X-Forwarded-Proto", "https", "X-Forwarded-Prefix",
				"/twilio", "Forwarded", "host=fis.example.com;proto=https" };

		assertThat(crm("").post(direct(), headers).statusCode()).isEqualTo(200);
		assertThat(crm("").postUnsigned(direct(), headers).statusCode()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "?b=1&a=2", "?a=1&a=2", "?a=", "?a", "?q=a+b", "?q=a%20b", "?q=%c3%b1", "?q=%C3%B1",
			"?from=%2B1415", "?from=+1415", "?to=a@b.example:5060", "?x=a%26b%3Dc", "?it's", "?it%27s", "?a=1&&b",
			"?Worker=eve%40example.com&Location=GetCustomerDetailsByCustomerId" })
	void queryIsKeptByteForByte(String query) throws Exception {
		HttpResponse<String> response = crm(query).post(proxied(query));

		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains(ProxiedService.CUSTOMER);
	}

	@ParameterizedTest
	@CsvSource({ "?a=1&b=2, ?b=2&a=1", "?q=%2B, ?q=+", "?a=, ?a", "?a=1, ''", "'', ?a=1" })
	void queryChangedByAProxyIsRefused(String signed, String received) throws Exception {
		assertThat(crm(signed).post(proxied(received)).statusCode()).isEqualTo(403);
	}

	@Test
	void queryStringCannotNameTheWorker() throws IOException, InterruptedException {
		String query = "?Worker=ada@example.com";
		SignedRequest form = SignedRequest.to(ProxiedService.CRM + query).with("Location", "GetCustomersList");

		assertThat(form.post(proxied(query)).statusCode()).isEqualTo(400);
	}

	private static SignedRequest crm(String query) {
		return SignedRequest.to(ProxiedService.CRM + query)
			.with("Location", "GetCustomersList")
			.with("Worker", "ada@example.com")
			.with("PageSize", "100");
	}

	private String proxied(String query) {
		return this.proxy.baseUrl() + "/twilio/callbacks/crm" + query;
	}

	private String direct() {
		return "http://localhost:" + this.port + "/callbacks/crm";
	}

}
