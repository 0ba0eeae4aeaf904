package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The mistakes of an operator that refusals are counted as. */
class RefusalDiagnosisTests {

	private final FilterRun filter = new FilterRun();

	@Test
	void signatureForTheOtherSchemeIsCountedAsScheme() {
		refuse(this.filter, signed("http://fis.example.com/twilio/callbacks/crm"));

		assertCounted("public_url_scheme");
	}

	@Test
	void signatureForHttpsWithHttpConfiguredIsCountedAsScheme() {
		FilterRun http = new FilterRun("http://fis.example.com");

		refuse(http, signed("https://fis.example.com/callbacks/crm"));

		assertThat(http.refusals()).isEqualTo(Map.of("public_url_scheme", 1.0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Host", "X-Forwarded-Host" })
	void signatureForTheHostOfTheRequestIsCountedAsHost(String header) {
		MockHttpServletRequest request = signed("https://other.example/twilio/callbacks/crm");
		request.addHeader(header, "other.example");

		refuse(this.filter, request);

		assertCounted("public_url_host");
	}

	@ParameterizedTest
	@CsvSource({ "https://fis.example.com:8443/twilio/callbacks/crm, fis.example.com:8443, ",
			"http://other.example/twilio/callbacks/crm, other.example, ",
			"https://other.example/callbacks/crm, other.example, ",
			"http://other.example:80/a/callbacks/crm, other.example, /a" })
	void signatureForAnotherHostAndPortOrSchemeOrPathIsCountedAsHost(String url, String host, String prefix) {
		MockHttpServletRequest request = signed(url);
		request.addHeader("Host", host);
		if (prefix != null) {
			request.addHeader("X-Forwarded-Prefix", prefix);
		}

		refuse(this.filter, request);

		assertCounted("public_url_host");
	}

	@Test
	void signatureWithoutTheConfiguredPathIsCountedAsPath() {
		refuse(this.filter, signed("https://fis.example.com/callbacks/crm"));

		assertCounted("public_url_path");
	}

	@Test
	void signatureForThePrefixOfTheProxyIsCountedAsPath() {
		MockHttpServletRequest request = signed("https://fis.example.com/other/callbacks/crm");
		request.addHeader("X-Forwarded-Prefix", "/other");

		refuse(this.filter, request);

		assertCounted("public_url_path");
	}

	@Test
	void anotherTokenIsCountedAsAMismatch() {
		SignedRequest form = FilterRun.form().signedBy("f".repeat(32));
		MockHttpServletRequest request = FilterRun.request(form);
		request.addHeader("Host", "fis.example.com");

		refuse(this.filter, request);

		assertCounted("signature_mismatch");
	}

	@Test
	void hostThatIsInNoHeaderIsCountedAsAMismatch() {
		MockHttpServletRequest request = signed("https://other.example/twilio/callbacks/crm");
		request.addHeader("Host", "fis.example.com");

		refuse(this.filter, request);

		assertCounted("signature_mismatch");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "[", "a/b?c", "a:99999999", "\u0000", "a, b", "ñ" })
	void invalidHostHeaderIsCountedAsAMismatch(String host) {
		MockHttpServletRequest request = signed("https://other.example/callbacks/crm");
		request.addHeader("Host", host);
		request.addHeader("X-Forwarded-Host", host);
		request.addHeader("X-Forwarded-Prefix", host);

		refuse(this.filter, request);

		assertCounted("signature_mismatch");
	}

	@ParameterizedTest
	@CsvSource({ "Host, evil.example", "X-Forwarded-Host, evil.example", "X-Forwarded-Proto, http",
			"X-Forwarded-Prefix, /evil", "X-Forwarded-Port, 8443", "X-Forwarded-For, 1.2.3.4",
			"Forwarded, host=evil.example;proto=http", "X-Original-URL, /callbacks/evil",
			"X-Rewrite-URL, /callbacks/evil" })
	void headersOfTheRequestDoNotChangeTheRefusal(String name, String value) {
		MockHttpServletRequest right = FilterRun.request(FilterRun.form());
		right.addHeader(name, value);
		MockHttpServletRequest wrong = signed("http://evil.example:8443/evil/callbacks/crm");
		wrong.addHeader(name, value);

		assertThat(this.filter.of(right).passed()).isNotNull();
		refuse(this.filter, wrong);
	}

	private static MockHttpServletRequest signed(String url) {
		return FilterRun.request(SignedRequest.to(url).with("Worker", "ada@example.com"));
	}

	private static void refuse(FilterRun filter, MockHttpServletRequest request) {
		assertThat(filter.of(request).status()).isEqualTo(403);
	}

	private void assertCounted(String reason) {
		assertThat(this.filter.refusals()).isEqualTo(Map.of(reason, 1.0));
	}

}
