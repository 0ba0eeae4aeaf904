package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import io.frontlineservice.SignedRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Rules of the signature, tried on thousands of random requests. */
class SignaturePropertyTests {

	private static final String TOKEN = "12345";

	private static final String BASE = "https://mycompany.com";

	private static final String TARGET = "/myapp.php?foo=1&bar=2";

	private static final Map<String, String> CALL = Map.of("CallSid", "CA1234567890ABCDE", "Caller", "+14158675309",
			"Digits", "1234", "From", "+14158675309", "To", "+18005551212");

	private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

	private final Verification verification = new Verification(BASE, TOKEN);

	@Property(seed = "1")
	void signatureWithOneBitFlippedIsRefused(@ForAll @IntRange(max = 159) int bit) {
		byte[] signature = Base64.getDecoder().decode(SIGNATURE);
		signature[bit / 8] ^= (byte) (1 << (bit % 8));

		assertThat(this.verification.accepts(Base64.getEncoder().encodeToString(signature), TARGET, CALL)).isFalse();
	}

	@Property(seed = "2")
	void signatureTextWithOneBitFlippedIsRefused(@ForAll @IntRange(max = 27) int index,
			@ForAll @IntRange(max = 6) int bit) {
		assertThat(this.verification.accepts(flipped(SIGNATURE, index, bit), TARGET, CALL)).isFalse();
	}

	@Property(seed = "3")
	void urlWithOneBitFlippedIsRefused(@ForAll @IntRange(max = 21) int index, @ForAll @IntRange(max = 6) int bit) {
		assertThat(this.verification.accepts(SIGNATURE, flipped(TARGET, index, bit), CALL)).isFalse();
	}

	@Property(seed = "4")
	void nameWithOneBitFlippedIsRefused(@ForAll("namesOfTheCall") String name, @ForAll @IntRange(max = 6) int bit) {
		for (int index = 0; index < name.length(); index++) {
			Map<String, String> form = new HashMap<>(CALL);
			form.put(flipped(name, index, bit), form.remove(name));

			assertThat(this.verification.accepts(SIGNATURE, TARGET, form)).isFalse();
		}
	}

	@Property(seed = "5")
	void valueWithOneBitFlippedIsRefused(@ForAll("namesOfTheCall") String name, @ForAll @IntRange(max = 6) int bit) {
		String value = CALL.get(name);
		for (int index = 0; index < value.length(); index++) {
			Map<String, String> form = new HashMap<>(CALL);
			form.put(name, flipped(value, index, bit));

			assertThat(this.verification.accepts(SIGNATURE, TARGET, form)).isFalse();
		}
	}

	@Property(seed = "6", tries = 10_000, edgeCases = EdgeCasesMode.NONE)
	void resultEqualsThatOfTwiliosLibrary(@ForAll("bases") String base, @ForAll("targets") String target,
			@ForAll("forms") Map<String, String> form, @ForAll("liberties") Deviation liberty) {
		String signature = liberty.sign(base, target, form);
		boolean expected = new RequestValidator(TOKEN).validate(base + target, form, signature);

		assertThat(new Verification(base, TOKEN).accepts(signature, target, form)).isEqualTo(expected);
		assertThat(expected).isEqualTo(liberty.right);
	}

	@Provide
	Arbitrary<String> namesOfTheCall() {
		return Arbitraries.of(CALL.keySet().stream().sorted().toList());
	}

	@Provide
	Arbitrary<String> bases() {
		Arbitrary<String> hosts = Arbitraries.of("a.example", "fis.example.com", "localhost", "10.1.2.3",
				"x-y.example");
		Arbitrary<String> ports = Arbitraries.of("", ":8443", ":1");
		return Combinators.combine(Arbitraries.of("https://", "http://"), hosts, ports)
			.as((scheme, host, port) -> scheme + host + port);
	}

	@Provide
	Arbitrary<String> targets() {
		Arbitrary<String> words = Arbitraries.strings().withChars("abcXYZ019-._~").ofMinLength(1).ofMaxLength(8);
		Arbitrary<String> paths = words.list().ofMinSize(1).ofMaxSize(3).map((list) -> "/" + String.join("/", list));
		Arbitrary<String> queries = Combinators.combine(words, words)
			.as((name, value) -> name + "=" + value)
			.list()
			.ofMaxSize(3)
			.map((list) -> list.isEmpty() ? "" : "?" + String.join("&", list));
		return Combinators.combine(paths, queries).as(String::concat);
	}

	@Provide
	Arbitrary<Map<String, String>> forms() {
		Arbitrary<String> names = Arbitraries.strings().alpha().numeric().withChars("._-[] é～").ofMaxLength(12);
		return Arbitraries.maps(names, Texts.any(20)).ofMaxSize(6);
	}

	@Provide
	Arbitrary<Deviation> liberties() {
		return Arbitraries.of(Deviation.class);
	}

	private static String flipped(String text, int index, int bit) {
		char[] chars = text.toCharArray();
		chars[index] ^= (char) (1 << bit);
		return new String(chars);
	}

	/** The ways in which the signer of a request may differ from the service. */
	private enum Deviation {

		NONE(true), DEFAULT_PORT(true), OTHER_PORT(false), OTHER_SCHEME(false), OTHER_HOST(false), OTHER_PATH(false),
		OTHER_QUERY(false), OTHER_FORM(false), OTHER_TOKEN(false);

		private final boolean right;

		Deviation(boolean right) {
			this.right = right;
		}

		private String sign(String base, String target, Map<String, String> form) {
			String scheme = base.substring(0, base.indexOf(':'));
			String withoutPort = base.replaceFirst(":[0-9]+$", "");
			String defaultPort = scheme.equals("http") ? ":80" : ":443";
			String url = switch (this) {
				case DEFAULT_PORT -> withoutPort.equals(base) ? base + defaultPort + target : withoutPort + target;
				case OTHER_PORT -> withoutPort + ":444" + target;
				case OTHER_SCHEME ->
					(scheme.equals("http") ? "https" : "http") + base.substring(scheme.length()) + target;
				case OTHER_HOST -> base + ".evil.example" + target;
				case OTHER_PATH -> base + "/twilio" + target;
				case OTHER_QUERY -> base + target + "~";
				default -> base + target;
			};
			return SignedRequest.sign(url, (this == OTHER_FORM) ? Map.of("Worker", "eve") : form,
					(this == OTHER_TOKEN) ? "12346" : TOKEN);
		}

	}

}
