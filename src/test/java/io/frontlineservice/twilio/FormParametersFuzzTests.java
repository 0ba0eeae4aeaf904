package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SavedInputs;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.FormParameters.MalformedFormException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Any bytes as the body of a form are refused, or are signed and verified. */
class FormParametersFuzzTests {

	private static final List<String> URLS = List.of("https://fis.example.com/callbacks/crm");

	private final SignatureVerifier signatures = new SignatureVerifier(List.of(Secret.of("12345")));

	@ParameterizedTest
	@ArgumentsSource(SavedInputs.class)
	void formIsMalformedOrVerifiedByItsSignatureAlone(byte[] body) {
		FormParameters form;
		try {
			form = FormParameters.parse(body);
		}
		catch (MalformedFormException ex) {
			return;
		}
		String text = form.signedText();
		String signature = this.signatures.sign(URLS.get(0), text);
		assertThat(this.signatures.verify(URLS, text, signature)).isTrue();
		assertThat(this.signatures.verify(URLS, text + "X", signature)).isFalse();

		List<String> pairs = pairs(form);
		assertThat(pairs).hasSizeLessThanOrEqualTo(FormParameters.MAX_PARAMETERS);
		assertThat(parse(pairs)).isEqualTo(form);
		Collections.reverse(pairs);
		assertThat(parse(pairs).signedText()).isEqualTo(text);
	}

	private static FormParameters parse(List<String> pairs) {
		return FormParameters.parse(String.join("&", pairs).getBytes(StandardCharsets.US_ASCII));
	}

	/** Encodes a form by the JDK. */
	private static List<String> pairs(FormParameters form) {
		List<String> pairs = new ArrayList<>();
		form.values()
			.forEach((name, values) -> values.forEach((value) -> pairs.add(encoded(name) + "=" + encoded(value))));
		return pairs;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
