package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Unusual requests with valid and invalid signatures, over a real socket. */
@ProxiedService
class CallbackRequestTests {

	private static final SignedRequest FORM = SignedRequest.to(ProxiedService.CRM)
		.with("Location", "GetCustomersList")
		.with("Worker", "ada@example.com");

	@LocalServerPort
	private int port;

	@Test
	void formWithoutEscapesPasses() throws IOException {
		String answer = signed("Location=GetCustomersList&Worker=ada@example.com");

		assertThat(answer).startsWith("HTTP/1.1 200").contains(ProxiedService.CUSTOMER);
	}

	@Test
	void unknownParametersAreAccepted() throws IOException {
		SignedRequest form = FORM.with("NewInNextYear", "1").with("NewInNextYear", "2").with("😀", "～");

		assertThat(signed(form, form.body())).startsWith("HTTP/1.1 200");
	}

	/**
	 * The signed text has no separators, so its signature also matches other splits into
	 * names and values. None of these may be answered.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Location=GetCustomersList&Query=fooWorkerada%40example.com",
			"Location=GetCustomersListQueryfooWorkerada%40example.com",
			"LocationGetCustomersListQueryfooWorkerada%40example.com=",
			"Location=GetCustomersList&Query=foo&Workerada=%40example.com",
			"Location=GetCustomersList&Queryfoo=Workerada%40example.com" })
	void signedTextSplitIntoOtherParametersIsNotAnswered(String replayed) throws IOException {
		SignedRequest original = FORM.with("Query", "foo");

		String answer = signed(original, replayed);

		assertThat(RawHttp.status(answer)).isIn(400, 422);
	}

	@Test
	void signedTextMovedIntoThePathIsNotAnswered() throws IOException {
		String answer = raw().post("/callbacks/crmLocationGetCustomersListWorkerada@example.com", "",
				"X-Twilio-Signature: " + FORM.signature());

		assertThat(RawHttp.status(answer)).isEqualTo(404);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void unknownPathIsNotWrittenToTheLog(CapturedOutput output) throws IOException {
		String signature = SignedRequest.to(ProxiedService.PUBLIC_URL + "/callbacks/unheard-of").signature();

		raw().post("/callbacks/unheard-of", "", "X-Twilio-Signature: " + signature);
		raw().post("/unheard-of", FORM.body());

		assertThat(output).doesNotContain("unheard-of");
	}

	@Test
	void moreThanTwoHundredParametersAreABadRequest() throws IOException {
		String many = IntStream.range(0, 10_000).mapToObj((i) -> "p" + i + "=").collect(Collectors.joining("&"));

		assertThat(RawHttp.status(signed(FORM, many))).isEqualTo(400);
	}

	@Test
	void manyNamesWithEqualHashCodesAreABadRequest() throws IOException {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < 1 << 12; i++) {
			for (int bit = 0; bit < 12; bit++) {
				form.append(((i >> bit) & 1) == 0 ? "Aa" : "BB");
			}
			form.append("=&");
		}

		assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
		assertThat(RawHttp.status(signed(FORM, form.toString()))).isEqualTo(400);
	}

	@ParameterizedTest
	@CsvSource({ "Content-Type: application/json, 415", "Content-Type: multipart/form-data; boundary=x, 415",
			"Content-Encoding: gzip, 415" })
	void otherContentTypesAndEncodingsAreUnsupported(String header, int status) throws IOException {
		String answer = raw().exchange("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
				+ (header.startsWith("Content-Type") ? "" : "Content-Type: application/x-www-form-urlencoded\r\n")
				+ header + "\r\nX-Twilio-Signature: " + FORM.signature() + "\r\nContent-Length: 2\r\n\r\n{}");

		assertThat(RawHttp.status(answer)).isEqualTo(status);
	}

	@Test
	void formWithTooLargeContentLengthIsRefusedBeforeItIsSent() throws IOException {
		String answer = raw().exchange("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300000\r\n"
				+ "X-Twilio-Signature: " + FORM.signature() + "\r\n\r\n");

		assertThat(RawHttp.status(answer)).isEqualTo(413);
	}

	@Test
	void chunkedFormIsRefusedOnceItIsTooLarge() throws IOException {
		String chunk = "2000\r\n" + "a".repeat(0x2000) + "\r\n";
		String answer = raw().exchange("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
				+ "X-Twilio-Signature: " + FORM.signature() + "\r\n\r\n" + chunk.repeat(33) + "0\r\n\r\n");

		assertThat(RawHttp.status(answer)).isEqualTo(413);
	}

	@Test
	void chunkedFormPasses() throws IOException {
		String answer = raw().exchange("POST /callbacks/crm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
				+ "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n"
				+ "X-Twilio-Signature: " + FORM.signature() + "\r\n\r\n" + Integer.toHexString(FORM.body().length())
				+ "\r\n" + FORM.body() + "\r\n0\r\n\r\n");

		assertThat(answer).startsWith("HTTP/1.1 200").contains(ProxiedService.CUSTOMER);
	}

	@Test
	void headersLargerThanAllowedNeverReachTheFilter() throws IOException {
		String large = raw().post("/callbacks/crm", FORM.body(), "X-Large: " + "a".repeat(9000),
				"X-Twilio-Signature: " + FORM.signature());
		String many = raw().post("/callbacks/crm", FORM.body(),
				Collections.nCopies(101, "X-Many: a").toArray(String[]::new));
		String longTarget = raw().post("/callbacks/crm?" + "a".repeat(9000), FORM.body());

		// The server may close the connection before its answer arrives.
		assertThat(large).matches("(?s)|HTTP/1.1 4(00|31) .*");
		assertThat(many).matches("(?s)|HTTP/1.1 4(00|31) .*");
		assertThat(longTarget).matches("(?s)|HTTP/1.1 4(00|14) .*");
	}

	@Test
	void answerToARefusalContainsNoReason() throws IOException {
		String answer = raw().post("/callbacks/crm", FORM.body());

		assertThat(answer).contains("This request is not signed by Twilio for this service.")
			.contains("Content-Type: application/problem+json")
			.doesNotContain("token", "public-url", "ada@example.com", "Server:", "Exception");
	}

	private String signed(String body) throws IOException {
		return signed(FORM, body);
	}

	private String signed(SignedRequest form, String body) throws IOException {
		return raw().post("/callbacks/crm", body, "X-Twilio-Signature: " + form.signature());
	}

	private RawHttp raw() {
		return new RawHttp(this.port);
	}

}
