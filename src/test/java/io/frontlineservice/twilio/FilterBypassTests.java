package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Attempts to bypass the signature filter, none of which may return a customer. */
@ProxiedService
class FilterBypassTests {

	private static final SignedRequest FORM = SignedRequest.to(ProxiedService.CRM)
		.with("Location", "GetCustomersList")
		.with("Worker", "ada@example.com");

	@LocalServerPort
	private int port;

	@Test
	void signedRequestForThePlainPathReturnsCustomers() throws IOException {
		String answer = raw().post("/callbacks/crm", FORM.body(), "X-Twilio-Signature: " + FORM.signature());

		assertThat(RawHttp.status(answer)).isEqualTo(200);
		assertThat(answer).contains(ProxiedService.CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callbacks/crm", "/callbacks;x/crm", "/callbacks/;x/crm", "/callbacks/crm;x",
			"/;/callbacks/crm", "/;x=y/callbacks/crm", "/callbacks;jsessionid=1/crm", "/callbacks/./crm",
			"/./callbacks/crm", "/x/../callbacks/crm", "/callbacks/x/../crm", "/callbacks/..;/callbacks/crm",
			"//callbacks/crm", "/callbacks//crm", "///callbacks///crm", "/%63allbacks/crm", "/callbacks/%63rm",
			"/callbacks%2Fcrm", "/%2Fcallbacks/crm", "/callbacks%5Ccrm", "/callbacks\\crm", "/callbacks%3B/crm",
			"/%2e/callbacks/crm", "/x/%2e%2e/callbacks/crm", "/callbacks/crm/", "/callbacks/crm.json",
			"/callbacks/crm%20", "/callbacks/crm%00", "/callbacks/crm%0A", "/CALLBACKS/CRM", "/Callbacks/crm",
			"/callbacks/CRM", "/%2563allbacks/crm", "/callbacks/crm?", "/callbacks/crm#x",
			"/callbacks/crm?X-Twilio-Signature=x", "http://fis.example.com/callbacks/crm",
			"http://evil.example/callbacks/crm", "callbacks/crm", "/callbacks/crm?_method=GET", "/twilio/callbacks/crm",
			"/\u00e7allbacks/crm", "/", "*" })
	void unsignedRequestReturnsNoCustomer(String target) throws IOException {
		String answer = raw().post(target, FORM.body());

		assertThat(RawHttp.status(answer)).isBetween(400, 499);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/callbacks;x/crm", "/callbacks/./crm", "//callbacks/crm", "/%63allbacks/crm",
			"/callbacks/crm/", "/CALLBACKS/crm" })
	void signatureOfThePlainPathIsRefusedForAnotherSpellingOfIt(String target) throws IOException {
		String answer = raw().post(target, FORM.body(), "X-Twilio-Signature: " + FORM.signature());

		assertThat(RawHttp.status(answer)).isBetween(400, 499);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "post", "Post", "PROPFIND", "X" })
	void methodOtherThanPostReturnsNoCustomer(String method) throws IOException {
		String target = " /callbacks/crm?" + FORM.body() + " HTTP/1.1";
		String answer = raw().send(method + target, FORM.body(), "X-HTTP-Method-Override: POST");

		assertThat(RawHttp.status(answer)).isBetween(400, 501);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	@Test
	void errorPageContainsNoCustomers() throws IOException {
		String answer = raw().post("/error", FORM.body());

		assertThat(RawHttp.status(answer)).isBetween(400, 500);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Twilio-Signature:", "X-Twilio-Signature: undefined", "X-Twilio-Signature: null",
			"X-Original-URL: /callbacks/crm", "X-HTTP-Method-Override: GET", "Content-Type: application/json",
			"X-Twilio-Token: 0123456789abcdef0123456789abcdef" })
	void requestIsRefusedWhenTheSignatureHeaderIsNotASignature(String header) throws IOException {
		String answer = raw().post("/callbacks/crm", FORM.body(), header);

		assertThat(RawHttp.status(answer)).isEqualTo(403);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	@Test
	void secondRequestOnAConnectionIsVerifiedToo() throws IOException {
		String head = "POST /callbacks/crm HTTP/1.1\r\nHost: fis.example.com\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FORM.body().length() + "\r\n";
		String signed = head + "X-Twilio-Signature: " + FORM.signature() + "\r\n\r\n" + FORM.body();
		String unsigned = head + "Connection: close\r\n\r\n" + FORM.body();

		String answers = raw().exchange(signed + unsigned);

		assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 403");
		assertThat(answers.substring(answers.indexOf("HTTP/1.1 403"))).doesNotContain(ProxiedService.CUSTOMER);
	}

	@Test
	void contradictoryLengthsAreRefused() throws IOException {
		String answer = raw().post("/callbacks/crm", "0\r\n\r\n" + FORM.body(), "Transfer-Encoding: chunked",
				"X-Twilio-Signature: " + FORM.signature());

		assertThat(RawHttp.status(answer)).isBetween(400, 499);
		assertThat(answer).doesNotContain(ProxiedService.CUSTOMER);
	}

	private RawHttp raw() {
		return new RawHttp(this.port);
	}

}
