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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Requests with the header for signatures by a shared key. */
class WebhookKeyFilterTests {

	private static final String SETTINGS = "X-Twilio-Webhooks-Signature-Settings";

	private static final String OLD = "SK" + "0".repeat(32);

	private static final String NEW = "webhooks_sharedkey_01jx8k3v5c9w2m7q4r6t8y0zab";

	private static final Map<String, String> KEYS = Map.of(OLD, "old-secret", NEW, "new-secret");

	private final FilterRun filter = new FilterRun(FilterRun.PUBLIC_URL, false, KEYS);

	private final FilterRun requiring = new FilterRun(FilterRun.PUBLIC_URL, true, KEYS);

	/** Twilio's published example, hashed by {@code openssl dgst -sha256 -hmac 12345}. */
	@Test
	void signatureIsTheHmacSha256OfTheSameText() {
		String call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309"
				+ "&To=%2B18005551212";
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/myapp.php");
		request.setQueryString("foo=1&bar=2");
		request.setContentType("application/x-www-form-urlencoded");
		request.setContent(call.getBytes(StandardCharsets.US_ASCII));
		request.addHeader("X-Twilio-Signature", "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s=");
		request.addHeader(SETTINGS, "key=K1,algorithm=HMAC_SHA256");

		assertThat(new FilterRun("https://mycompany.com", false, Map.of("K1", "12345")).of(request).passed())
			.isNotNull();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void everyConfiguredKeyIsAcceptedDuringARotation(boolean required) {
		FilterRun run = required ? this.requiring : this.filter;
		KEYS.forEach((id, secret) -> assertThat(run.of(byKey(id, secret)).passed()).isNotNull());
		assertThat(run.refusals()).isEmpty();
	}

	@Test
	void tokenIsAcceptedWithoutTheHeader() {
		assertThat(this.filter.of(FilterRun.request(FilterRun.form())).passed()).isNotNull();
	}

	@Test
	void tokenIsRefusedWhenAKeyIsRequired() {
		assertRefused(this.requiring, FilterRun.request(FilterRun.form()), "missing_webhook_key");
	}

	@Test
	void unsignedRequestIsCountedAsUnsignedWhenAKeyIsRequired() {
		assertRefused(this.requiring, FilterRun.unreadable(), "missing_signature");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SK11111111111111111111111111111111", "sk00000000000000000000000000000000", "x",
			"WEBHOOKS_SHAREDKEY_01JX8K3V5C9W2M7Q4R6T8Y0ZAB" })
	void unknownKeyIsRefusedBeforeTheBodyIsRead(String id) {
		MockHttpServletRequest request = FilterRun.unreadable();
		request.addHeader("X-Twilio-Signature", FilterRun.form().signedByKey(id, "old-secret").signature());
		request.addHeader(SETTINGS, "key=" + id + ",algorithm=HMAC_SHA256");

		assertRefused(this.filter, request, "unknown_webhook_key");
	}

	@Test
	void headerIsRefusedWhenNoKeyIsConfigured() {
		assertRefused(new FilterRun(), byKey(OLD, "old-secret"), "unknown_webhook_key");
	}

	@ParameterizedTest
	@CsvSource({ "HMAC_SHA1", "HMAC_SHA512", "hmac_sha256", "HmacSHA256", "none", "NONE", "HMAC_SHA256;HMAC_SHA1" })
	void otherAlgorithmIsRefused(String algorithm) {
		assertRefused(this.filter, withSettings("key=" + OLD + ",algorithm=" + algorithm), "other_signature_algorithm");
	}

	@ParameterizedTest
	@MethodSource
	void repeatedHeaderOrFieldIsRefused(List<String> settings) {
		assertRefused(this.filter, withSettings(settings.toArray(String[]::new)), "repeated_signature_settings");
	}

	static Stream<List<String>> repeatedHeaderOrFieldIsRefused() {
		String right = "key=" + OLD + ",algorithm=HMAC_SHA256";
		return Stream.of(List.of(right, right), List.of(right, ""), List.of("", right), List.of(right, "nonsense"),
				List.of(right + "," + right), List.of(right + ",key=" + NEW), List.of("key=" + NEW + "," + right),
				List.of(right + ", algorithm=HMAC_SHA1"), List.of(right + ",more=1,more=1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "key", "key=K1", "algorithm=HMAC_SHA256", "key=,algorithm=HMAC_SHA256",
			"key=K1,algorithm=", "key=K1;algorithm=HMAC_SHA256", "key=K1,algorithm=HMAC_SHA256,",
			",key=K1,algorithm=HMAC_SHA256", "key=K1,,algorithm=HMAC_SHA256", "KEY=K1,algorithm=HMAC_SHA256",
			"key:K1,algorithm:HMAC_SHA256", "key=K 1,algorithm=HMAC_SHA256", "key=\"K1\",algorithm=HMAC_SHA256",
			"key=../K1,algorithm=HMAC_SHA256", "key=K1\n,algorithm=HMAC_SHA256", "key=é,algorithm=HMAC_SHA256",
			"key=K1 algorithm=HMAC_SHA256", "null", "undefined" })
	void malformedHeaderIsRefused(String settings) {
		assertRefused(this.filter, withSettings(settings), "malformed_signature_settings");
	}

	@Test
	void headerWithTooLongKeyIsRefused() {
		assertRefused(this.filter, withSettings("key=" + "a".repeat(4000) + ",algorithm=HMAC_SHA256"),
				"malformed_signature_settings");
	}

	@ParameterizedTest
	@ValueSource(strings = { "algorithm=HMAC_SHA256,key=%s", "key=%s, algorithm=HMAC_SHA256",
			"key=%s,algorithm=HMAC_SHA256,version=2" })
	void orderOfFieldsAndUnknownFieldsDoNotMatter(String settings) {
		MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
		request.addHeader("X-Twilio-Signature", FilterRun.form().signedByKey(OLD, "old-secret").signature());
		request.addHeader(SETTINGS, settings.formatted(OLD));

		assertThat(this.filter.of(request).passed()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource
	void headerNeverSelectsAnotherSecretOrHash(String signature, String settings, String reason) {
		for (FilterRun run : List.of(new FilterRun(FilterRun.PUBLIC_URL, false, KEYS),
				new FilterRun(FilterRun.PUBLIC_URL, true, KEYS))) {
			MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
			request.addHeader("X-Twilio-Signature", signature);
			request.addHeader(SETTINGS, settings);

			assertRefused(run, request, reason);
		}
	}

	static Stream<Arguments> headerNeverSelectsAnotherSecretOrHash() {
		SignedRequest form = FilterRun.form();
		String byToken = form.signature();
		String settings = form.signedByKey(OLD, "old-secret").settings();
		return Stream.of(Arguments.of(byToken, settings, "malformed_signature"),
				Arguments.of(form.signedBy("old-secret").signature(), settings, "malformed_signature"),
				Arguments.of(byToken, "key=" + OLD + ",algorithm=HMAC_SHA1", "other_signature_algorithm"),
				Arguments.of(byToken, "", "malformed_signature_settings"),
				Arguments.of(byToken, "key=unknown,algorithm=HMAC_SHA256", "unknown_webhook_key"),
				Arguments.of(form.signedByKey(OLD, SignedRequest.TOKEN).signature(), settings, "webhook_key_mismatch"),
				Arguments.of(form.signedByKey(OLD, "new-secret").signature(), settings, "webhook_key_mismatch"),
				Arguments.of("A".repeat(43) + "=", settings, "webhook_key_mismatch"));
	}

	@Test
	void signatureByAKeyWithoutTheHeaderIsRefused() {
		MockHttpServletRequest request = FilterRun.unsigned(FilterRun.form());
		request.addHeader("X-Twilio-Signature", FilterRun.form().signedByKey(OLD, "old-secret").signature());

		assertRefused(this.filter, request, "malformed_signature");
	}

	@ParameterizedTest
	@CsvSource({ "http://fis.example.com/twilio/callbacks/crm, public_url_scheme",
			"https://other.example/twilio/callbacks/crm, public_url_host",
			"https://fis.example.com/callbacks/crm, public_url_path" })
	void wrongPublicUrlIsDiagnosedAsForTheToken(String url, String reason) {
		SignedRequest form = SignedRequest.to(url).with("Worker", "ada@example.com").signedByKey(OLD, "old-secret");
		MockHttpServletRequest request = FilterRun.request(form);
		request.addHeader("Host", "other.example");

		assertRefused(this.filter, request, reason);
	}

	@Test
	void largeFormWithWrongSignatureIsCountedAsAMismatchOfTheKey() {
		SignedRequest form = FilterRun.form().with("Body", "a".repeat(20_000)).signedByKey(OLD, "wrong");

		assertRefused(this.filter, FilterRun.request(form), "webhook_key_mismatch");
	}

	@Test
	void formOfAnotherAccountIsRefusedDespiteAValidSignature() {
		SignedRequest form = FilterRun.form().with("AccountSid", "AC" + "1".repeat(32));

		assertRefused(this.filter, FilterRun.request(form.signedByKey(OLD, "old-secret")), "another_account");
	}

	@Test
	void refusalsForKeysLookTheSameToTheCaller() {
		Outcome usual = this.filter.of(FilterRun.unreadable());

		assertThat(Stream
			.of(byKey("unknown", "x"), byKey(OLD, "wrong"), withSettings("nonsense"), withSettings("key=a,algorithm=b"))
			.map(this.filter::of)).containsOnly(usual);
		assertThat(this.requiring.of(FilterRun.request(FilterRun.form()))).isEqualTo(usual);
	}

	private static MockHttpServletRequest byKey(String id, String secret) {
		return FilterRun.request(FilterRun.form().signedByKey(id, secret));
	}

	/** Returns a request that is signed by the old key, with other headers. */
	private static MockHttpServletRequest withSettings(String... settings) {
		MockHttpServletRequest request = FilterRun.unreadable();
		request.addHeader("X-Twilio-Signature", FilterRun.form().signedByKey(OLD, "old-secret").signature());
		for (String header : settings) {
			request.addHeader(SETTINGS, header);
		}
		return request;
	}

	private static void assertRefused(FilterRun run, MockHttpServletRequest request, String reason) {
		Outcome outcome = run.of(request);
		assertThat(outcome.status()).isEqualTo(403);
		assertThat(outcome.passed()).isNull();
		assertThat(run.refusals()).isEqualTo(Map.of(reason, 1.0));
	}

}
