package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.twilio.FilterRun.Outcome;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

/** The size limit of forms. */
class BodySizeTests {

	private static final int LARGEST = 256 * 1024;

	private final FilterRun filter = new FilterRun();

	@Test
	void formOfTheMaximumSizePasses() {
		assertThat(this.filter.of(FilterRun.request(form(LARGEST))).passed()).isNotNull();
	}

	@Test
	void formOneByteLargerIsRefused() {
		Outcome outcome = this.filter.of(FilterRun.request(form(LARGEST + 1)));

		assertThat(outcome.status()).isEqualTo(413);
		assertThat(outcome.passed()).isNull();
	}

	@Test
	void bodyIsNotReadWhenContentLengthIsTooLarge() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", FilterRun.PATH) {
			@Override
			public long getContentLengthLong() {
				return LARGEST + 1L;
			}

			@Override
			public ServletInputStream getInputStream() {
				throw new AssertionError("The body is read");
			}
		};
		request.setContentType("application/x-www-form-urlencoded");
		request.addHeader("X-Twilio-Signature", "A".repeat(27) + "=");

		assertThat(this.filter.of(request).status()).isEqualTo(413);
	}

	@Test
	void endlessBodyWithoutContentLengthIsReadUpToTheMaximumSize() {
		Endless endless = new Endless();
		MockHttpServletRequest request = new MockHttpServletRequest("POST", FilterRun.PATH) {
			@Override
			public ServletInputStream getInputStream() {
				return new DelegatingServletInputStream(endless);
			}
		};
		request.setContentType("application/x-www-form-urlencoded");
		request.addHeader("X-Twilio-Signature", "A".repeat(27) + "=");

		assertThat(this.filter.of(request).status()).isEqualTo(413);
		assertThat(endless.read).isEqualTo(LARGEST + 1);
	}

	@Test
	void formWithoutContentLengthPasses() {
		SignedRequest form = FilterRun.form();
		MockHttpServletRequest request = new MockHttpServletRequest("POST", FilterRun.PATH) {
			@Override
			public ServletInputStream getInputStream() {
				return new DelegatingServletInputStream(
						new ByteArrayInputStream(form.body().getBytes(StandardCharsets.US_ASCII)));
			}
		};
		request.setContentType("application/x-www-form-urlencoded");
		request.addHeader("X-Twilio-Signature", form.signature());

		assertThat(this.filter.of(request).passed()).isNotNull();
	}

	@Test
	void largeFormIsRefusedWithoutADiagnosis() {
		String otherScheme = FilterRun.PUBLIC_URL.replace("https", "http") + FilterRun.PATH;

		this.filter.of(FilterRun.request(SignedRequest.to(otherScheme).with("A", "a".repeat(16 * 1024 - 2))));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("public_url_scheme", 1.0));
		this.filter.of(FilterRun.request(SignedRequest.to(otherScheme).with("A", "a".repeat(16 * 1024 - 1))));
		assertThat(this.filter.refusals()).isEqualTo(Map.of("public_url_scheme", 1.0, "signature_mismatch", 1.0));
	}

	private static SignedRequest form(int size) {
		return SignedRequest.to(FilterRun.PUBLIC_URL + FilterRun.PATH).with("A", "a".repeat(size - 2));
	}

	/** An endless body. */
	private static final class Endless extends InputStream {

		private int read;

		@Override
		public int read() {
			this.read++;
			return 'a';
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			Arrays.fill(target, offset, offset + length, (byte) 'a');
			this.read += length;
			return length;
		}

	}

}
