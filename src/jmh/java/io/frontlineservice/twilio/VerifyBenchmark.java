package io.frontlineservice.twilio;

import com.twilio.security.RequestValidator;
import io.frontlineservice.privacy.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the verification of a 1 KB form. For comparison, it also measures Twilio's
 * library, which receives a parsed form.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class VerifyBenchmark {

	private static final String TOKEN = "0123456789abcdef0123456789abcdef";

	private static final String PATH = "/callbacks/crm";

	private final PublicUrl url = PublicUrl.of("https://frontline.example.com");

	private final SignatureVerifier verifier = new SignatureVerifier(List.of(Secret.of(TOKEN)));

	private final RequestValidator twilio = new RequestValidator(TOKEN);

	private final Map<String, String> form = form();

	private final String twilioUrl = "https://frontline.example.com" + PATH;

	private final String signature = new RequestSigner(this.verifier, this.url).sign(PATH, this.form);

	private final byte[] body = body(this.form);

	private final String signedText = FormParameters.of(this.form).signedText();

	private static Map<String, String> form() {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("Location", "GetCustomersList");
		form.put("AccountSid", "AC" + "0".repeat(32));
		form.put("Worker", "worker001@example.com");
		form.put("PageSize", "30");
		form.put("Query", "Łukasz Wójcik");
		for (int i = 0; body(form).length < 1_000; i++) {
			form.put("Parameter" + i, "A value of some length, " + i);
		}
		return form;
	}

	private static byte[] body(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

	/** Parses and verifies a body. */
	@Benchmark
	public boolean parseAndVerify() {
		FormParameters parameters = FormParameters.parse(this.body);
		return this.verifier.verify(this.url.candidates(PATH, null), parameters.signedText(), this.signature);
	}

	@Benchmark
	public boolean verify() {
		return this.verifier.verify(this.url.candidates(PATH, null), this.signedText, this.signature);
	}

	@Benchmark
	public boolean twilioLibrary() {
		return this.twilio.validate(this.twilioUrl, this.form, this.signature);
	}

}
