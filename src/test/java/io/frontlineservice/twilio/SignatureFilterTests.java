package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.twilio.FilterRun.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

/** The requests that the filter passes on, and its answers to the others. */
class SignatureFilterTests {

	private final FilterRun filter = new FilterRun();

	@Test
	void signedFormPasses() {
		Outcome outcome = this.filter.of(FilterRun.request(FilterRun.form()));

		assertThat(outcome.passed()).isNotNull();
		assertThat(outcome.status()).isEqualTo(200);
		assertThat(this.filter.refusals()).isEmpty();
	}

	@Test
	void missingSignatureIsRefused() {
		assertForbidden(this.filter.of(FilterRun.unreadable()));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("missing_signature", 1.0));
	}

	@ParameterizedTest
	@MethodSource
	void malformedSignatureIsRefusedBeforeTheBodyIsRead(List<String> signatures) {
		MockHttpServletRequest request = FilterRun.unreadable();
		signatures.forEach((signature) -> request.addHeader("X-Twilio-Signature", signature));

		assertForbidden(this.filter.of(request));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("malformed_signature", 1.0));
	}

	static Stream<List<String>> malformedSignatureIsRefusedBeforeTheBodyIsRead() {
		String right = FilterRun.form().signature();
		return Stream.of(List.of(""), List.of(" "), List.of(right, right), List.of(right, ""), List.of("", right),
				List.of(right + "," + right), List.of(right.substring(1)), List.of("A" + right),
				List.of(right.substring(0, 27)), List.of(right + "="), List.of("!" + right.substring(1)),
				List.of("é" + right.substring(1)), List.of("-_" + right.substring(2)), List.of(right + "\n"),
				List.of(" " + right), List.of(right.substring(0, 27) + "A"), List.of("A".repeat(8192)),
				List.of("undefined"), List.of("null"));
	}

	@Test
	void wrongSignatureIsRefused() {
		MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
		request.addHeader("X-Twilio-Signature", "A".repeat(27) + "=");

		assertForbidden(this.filter.of(request));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("signature_mismatch", 1.0));
	}

	@Test
	void allRefusalsLookTheSameToTheCaller() {
		MockHttpServletRequest empty = FilterRun.unsigned(FilterRun.form());
		empty.addHeader("X-Twilio-Signature", "");
		MockHttpServletRequest wrong = FilterRun.unsigned(FilterRun.form());
		wrong.addHeader("X-Twilio-Signature", "A".repeat(27) + "=");
		MockHttpServletRequest otherHost = FilterRun
			.request(SignedRequest.to("https://other.example/twilio" + FilterRun.PATH));
		otherHost.addHeader("Host", "other.example");
		SignedRequest otherAccount = FilterRun.form().with("AccountSid", "AC" + "1".repeat(32));

		assertThat(Stream
			.of(FilterRun.unsigned(FilterRun.form()), empty, wrong, otherHost, FilterRun.request(otherAccount))
			.map(this.filter::of)).hasSize(5).containsOnly(this.filter.of(FilterRun.unreadable()));
		assertThat(this.filter.refusals()).containsOnlyKeys("missing_signature", "malformed_signature",
				"signature_mismatch", "public_url_host", "another_account");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "multipart/form-data; boundary=x", "text/plain", "nonsense", "",
			"application/x-www-form-urlencoded2", "*/*", "application/*" })
	void bodyThatIsNotAFormIsAnUnsupportedType(String contentType) {
		MockHttpServletRequest request = FilterRun.request(FilterRun.form());
		request.removeHeader("Content-Type");
		request.setContentType(contentType.isEmpty() ? null : contentType);

		Outcome outcome = this.filter.of(request);

		assertThat(outcome.status()).isEqualTo(415);
		assertThat(outcome.passed()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "APPLICATION/X-WWW-FORM-URLENCODED",
			"application/x-www-form-urlencoded;charset=utf-8" })
	void contentTypeOfAFormIsRecognizedInAnySpelling(String contentType) {
		MockHttpServletRequest request = FilterRun.request(FilterRun.form());
		request.setContentType(contentType);

		assertThat(this.filter.of(request).passed()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "deflate", "identity", "" })
	void compressedFormIsAnUnsupportedType(String encoding) {
		MockHttpServletRequest request = FilterRun.request(FilterRun.form());
		request.addHeader("Content-Encoding", encoding);

		assertThat(this.filter.of(request).status()).isEqualTo(415);
	}

	@Test
	void unsignedRequestWithWrongTypeIsForbidden() {
		MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
		request.setContentType("application/json");

		assertForbidden(this.filter.of(request));
	}

	@ParameterizedTest
	@CsvSource({ "%zz", "%C3", "%C0%AF" })
	void malformedFormIsABadRequest(String value) {
		MockHttpServletRequest request = FilterRun.request(FilterRun.form());
		request.setContent(("Worker=" + value).getBytes(StandardCharsets.US_ASCII));

		Outcome outcome = this.filter.of(request);

		assertThat(outcome.status()).isEqualTo(400);
		assertThat(outcome.passed()).isNull();
	}

	@Test
	void formOfAnotherAccountIsRefused() {
		assertForbidden(this.filter.of(FilterRun.request(FilterRun.form().with("AccountSid", "AC" + "1".repeat(32)))));
		assertForbidden(this.filter.of(FilterRun.request(FilterRun.form().with("AccountSid", ""))));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("another_account", 2.0));
	}

	@Test
	void formThatNamesOurAccountAndAnotherIsRefused() {
		SignedRequest both = FilterRun.form()
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("AccountSid", "AC" + "1".repeat(32));

		assertForbidden(this.filter.of(FilterRun.request(both)));
	}

	@Test
	void formThatNamesOurAccountPasses() {
		SignedRequest ours = FilterRun.form().with("AccountSid", SignedRequest.ACCOUNT_SID);

		assertThat(this.filter.of(FilterRun.request(ours)).passed()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "OPTIONS", "PUT", "DELETE" })
	void requestOtherThanPostPassesUnchanged(String method) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, FilterRun.PATH);

		assertThat(this.filter.of(request).passed()).isSameAs(request);
	}

	private static void assertForbidden(Outcome outcome) {
		assertThat(outcome.status()).isEqualTo(403);
		assertThat(outcome.passed()).isNull();
		assertThat(JsonMapper.shared().readValue(outcome.body(), ProblemDetail.class)).isEqualTo(ProblemDetail
			.forStatusAndDetail(HttpStatus.FORBIDDEN, "This request is not signed by Twilio for this service."));
	}

}
