package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.privacy.Secret;
import java.io.File;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The accepted tokens, and how signatures are computed and compared. */
class SignatureVerifierTests {

	private static final String URL = "https://fis.example.com/callbacks/crm";

	private static final Map<String, String> FORM = Map.of("Worker", "ada@example.com");

	@Test
	void twoTokensAreAcceptedDuringARotation() {
		Verification rotating = new Verification("https://fis.example.com", "old", "new");

		assertThat(rotating.accepts(signedBy("old"), "/callbacks/crm", FORM)).isTrue();
		assertThat(rotating.accepts(signedBy("new"), "/callbacks/crm", FORM)).isTrue();
		assertThat(rotating.accepts(signedBy("other"), "/callbacks/crm", FORM)).isFalse();
	}

	@Test
	void tokenOfAnotherAccountIsRefused() {
		Verification verification = new Verification("https://fis.example.com", SignedRequest.TOKEN);

		assertThat(verification.accepts(signedBy("f".repeat(32)), "/callbacks/crm", FORM)).isFalse();
	}

	@Test
	void tokenFromAFileThatEndsWithALineBreakVerifies() {
		Verification verification = new Verification("https://fis.example.com", "12345\n");

		assertThat(verification.accepts(signedBy("12345"), "/callbacks/crm", FORM)).isTrue();
		assertThat(verification.accepts(signedBy("12345\n"), "/callbacks/crm", FORM)).isFalse();
	}

	@Test
	void tokensAreCaseSensitive() {
		Verification verification = new Verification("https://fis.example.com", "abcdef");

		assertThat(verification.accepts(signedBy("ABCDEF"), "/callbacks/crm", FORM)).isFalse();
	}

	@Test
	void signerUsesTheFirstToken() {
		SignatureVerifier signatures = new SignatureVerifier(List.of(Secret.of("first"), Secret.of("second")));
		RequestSigner signer = new RequestSigner(signatures, PublicUrl.of("https://fis.example.com"));

		assertThat(signer.sign("/callbacks/crm", FORM)).isEqualTo(signedBy("first"));
	}

	@Test
	void signerUsesTheUrlAsConfigured() {
		SignatureVerifier signatures = new SignatureVerifier(List.of(Secret.of("12345")));
		RequestSigner signer = new RequestSigner(signatures, PublicUrl.of("http://u:p@localhost:8080/twilio/"));
		String url = "http://u:p@localhost:8080/twilio/callbacks/crm";

		assertThat(signer.sign("/callbacks/crm", FORM)).isEqualTo(SignedRequest.sign(url, FORM, "12345"));
	}

	@Test
	void signatureInLowerCaseIsRefused() {
		Verification verification = new Verification("https://fis.example.com", "12345");
		String signature = signedBy("12345");

		assertThat(verification.accepts(signature.toLowerCase(Locale.ROOT), "/callbacks/crm", FORM)).isFalse();
	}

	@Test
	void everyUrlIsTriedEvenAfterAMatch() {
		SignatureVerifier signatures = new SignatureVerifier(List.of(Secret.of("12345"), Secret.of("67890")));
		List<String> tried = new ArrayList<>();
		List<String> urls = new ArrayList<>(List.of(URL, URL + "/2", URL + "/3")) {
			@Override
			public Iterator<String> iterator() {
				Iterator<String> all = List.copyOf(this).iterator();
				return new Iterator<>() {
					@Override
					public boolean hasNext() {
						return all.hasNext();
					}

					@Override
					public String next() {
						String url = all.next();
						tried.add(url);
						return url;
					}
				};
			}
		};

		assertThat(signatures.verify(urls, "Workerada@example.com", signedBy("12345"))).isTrue();
		assertThat(tried).hasSize(6);
	}

	@Test
	void signaturesAreComparedInConstantTimeOnly() {
		JavaClass verifier = new ClassFileImporter().importClass(SignatureVerifier.class);

		assertThat(verifier.getMethodCallsFromSelf()).extracting((call) -> call.getTarget())
			.extracting(AccessTarget::getFullName)
			.contains("java.security.MessageDigest.isEqual([B, [B)")
			.noneMatch((method) -> method.matches(".*\\.(equals|equalsIgnoreCase|compareTo|contentEquals)\\(.*"));
	}

	@Test
	void signaturesDoNotDependOnTheDefaultCharset() throws Exception {
		Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
				"-Dfile.encoding=US-ASCII", "-cp", System.getProperty("java.class.path"),
				AsciiByDefault.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(new File("target/ascii-by-default.txt"))
			.start();

		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isEqualTo(42);
	}

	private static String signedBy(String token) {
		return SignedRequest.sign(URL, FORM, token);
	}

	/** Runs in a separate process, where the default charset is ASCII. */
	static final class AsciiByDefault {

		public static void main(String[] args) {
			Verification verification = new Verification("https://mycompany.com", "12345");
			Map<String, String> form = Map.of("Body", "\uD83D\uDE00 \u05E9\u05DC\u05D5\u05DD \u0000x", "From", "+1");
			boolean accepted = verification.accepts("nTEkeMK5LVLex7zT2H6A2LJt8ws=", "/myapp.php?foo=1&bar=2", form);
			System.exit(accepted ? 42 : 1);
		}

	}

}
