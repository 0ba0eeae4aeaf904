package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The request behind the filter has the parameters of the verified body alone. */
class VerifiedRequestTests {

	private static final String QUERY = "Worker=eve%40example.com&Admin=1";

	private static final SignedRequest FORM = SignedRequest.to(FilterRun.PUBLIC_URL + FilterRun.PATH + "?" + QUERY)
		.with("Worker", "ada@example.com")
		.with("Tag", "b")
		.with("Tag", "ä");

	private HttpServletRequest verified;

	@BeforeEach
	void verify() {
		MockHttpServletRequest request = FilterRun.request(FORM);
		request.setQueryString(QUERY);
		// As a container would parse the query string.
		request.addParameter("Worker", "eve@example.com");
		request.addParameter("Admin", "1");
		this.verified = new FilterRun().of(request).passed();
	}

	@Test
	void queryStringNeverSuppliesAParameter() {
		assertThat(this.verified.getParameter("Admin")).isNull();
		assertThat(this.verified.getParameterValues("Admin")).isNull();
		assertThat(this.verified.getParameterValues("Worker")).containsExactly("ada@example.com");
		assertThat(Collections.list(this.verified.getParameterNames())).containsExactly("Worker", "Tag");
		assertThat(this.verified.getParameterMap()).containsOnlyKeys("Worker", "Tag");
	}

	@Test
	void parametersAreThoseOfTheForm() {
		assertThat(this.verified.getParameter("Worker")).isEqualTo("ada@example.com");
		assertThat(this.verified.getParameter("Tag")).isEqualTo("b");
		assertThat(this.verified.getParameterValues("Tag")).containsExactly("b", "ä");
		assertThat(this.verified.getParameterMap().get("Tag")).containsExactly("b", "ä");
		assertThat(this.verified.getQueryString()).isEqualTo(QUERY);
	}

	@Test
	void changedReturnValuesDoNotChangeTheRequest() {
		this.verified.getParameterValues("Worker")[0] = "eve@example.com";
		this.verified.getParameterMap().get("Worker")[0] = "eve@example.com";

		assertThat(this.verified.getParameter("Worker")).isEqualTo("ada@example.com");
	}

	@Test
	void bodyCanBeReadRepeatedly() throws IOException {
		byte[] body = FORM.body().getBytes(StandardCharsets.US_ASCII);

		assertThat(this.verified.getInputStream().readAllBytes()).isEqualTo(body);
		assertThat(this.verified.getInputStream().readAllBytes()).isEqualTo(body);
		assertThat(this.verified.getReader().readLine()).isEqualTo(FORM.body());
	}

	@Test
	void bodyCanBeReadByteByByte() throws IOException {
		ServletInputStream stream = this.verified.getInputStream();
		StringBuilder body = new StringBuilder();
		while (!stream.isFinished()) {
			assertThat(stream.isReady()).isTrue();
			body.append((char) stream.read());
		}

		assertThat(body).hasToString(FORM.body());
		assertThat(stream.read()).isEqualTo(-1);
	}

	@Test
	void queryStringDoesNotSupplyTheAccount() {
		String query = "AccountSid=" + SignedRequest.ACCOUNT_SID;
		SignedRequest form = SignedRequest.to(FilterRun.PUBLIC_URL + FilterRun.PATH + "?" + query)
			.with("AccountSid", "AC" + "1".repeat(32));
		MockHttpServletRequest request = FilterRun.request(form);
		request.setQueryString(query);
		FilterRun filter = new FilterRun();

		assertThat(filter.of(request).status()).isEqualTo(403);
		assertThat(filter.refusals()).isEqualTo(Map.of("another_account", 1.0));
	}

	@Test
	void queryStringIsPartOfTheSignedUrl() {
		MockHttpServletRequest request = FilterRun.request(FORM);

		assertThat(new FilterRun().of(request).status()).isEqualTo(403);
	}

}
