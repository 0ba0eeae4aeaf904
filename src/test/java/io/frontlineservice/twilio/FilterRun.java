package io.frontlineservice.twilio;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.privacy.Secret;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Runs the filter without a server. */
final class FilterRun {

	static final String PUBLIC_URL = "https://fis.example.com/twilio";

	static final String PATH = "/callbacks/crm";

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final SignatureFilter filter;

	FilterRun() {
		this(PUBLIC_URL);
	}

	FilterRun(String publicUrl) {
		this(publicUrl, false, Map.of());
	}

	/**
	 * Creates a filter with shared keys.
	 * @param keys the secrets by key id
	 */
	FilterRun(String publicUrl, boolean keyRequired, Map<String, String> keys) {
		HandlerExceptionResolver errors = FilterRun::answer;
		SignatureVerifier signatures = new SignatureVerifier(List.of(Secret.of(SignedRequest.TOKEN)));
		WebhookKeys webhookKeys = new WebhookKeys(
				keys.entrySet().stream().map((it) -> key(it.getKey(), it.getValue())).toList());
		SignatureVerifiers verifiers = new SignatureVerifiers(signatures, webhookKeys, keyRequired);
		this.filter = new SignatureFilter(verifiers, PublicUrl.of(publicUrl), SignedRequest.ACCOUNT_SID,
				new RefusalReporter(this.meters, System::nanoTime), errors);
	}

	private static WebhookKeySetting key(String id, String secret) {
		return new WebhookKeySetting("frontline.twilio.webhook-keys." + id, id, Secret.of(secret));
	}

	/** Returns a form that asks for Ada's customers, to be signed for the public URL. */
	static SignedRequest form() {
		return SignedRequest.to(PUBLIC_URL + PATH)
			.with("Location", "GetCustomersList")
			.with("Worker", "ada@example.com");
	}

	/** Returns the signed request of a form. */
	static MockHttpServletRequest request(SignedRequest form) {
		MockHttpServletRequest request = unsigned(form);
		request.addHeader("X-Twilio-Signature", form.signature());
		if (!form.settings().isEmpty()) {
			request.addHeader("X-Twilio-Webhooks-Signature-Settings", form.settings());
		}
		return request;
	}

	static MockHttpServletRequest unsigned(SignedRequest form) {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", PATH);
		fill(request, form);
		return request;
	}

	/** Returns a request that fails the test when its body is read. */
	static MockHttpServletRequest unreadable() {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", PATH) {
			@Override
			public ServletInputStream getInputStream() {
				throw new AssertionError("The body is read");
			}
		};
		fill(request, form());
		return request;
	}

	private static void fill(MockHttpServletRequest request, SignedRequest form) {
		request.setContentType("application/x-www-form-urlencoded; charset=UTF-8");
		request.setContent(form.body().getBytes(StandardCharsets.US_ASCII));
	}

	Outcome of(HttpServletRequest request) {
		MockHttpServletResponse response = new MockHttpServletResponse();
		MockFilterChain chain = new MockFilterChain();
		try {
			this.filter.doFilter(request, response, chain);
			Map<String, List<String>> headers = response.getHeaderNames()
				.stream()
				.collect(Collectors.toMap((name) -> name, response::getHeaders));
			return new Outcome(response.getStatus(), response.getContentAsString(), headers,
					(HttpServletRequest) chain.getRequest());
		}
		catch (ServletException | IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * Returns the number of refused requests by reason, without the reasons that have
	 * none.
	 */
	Map<String, Double> refusals() {
		return this.meters.find("frontline.callbacks.refused")
			.counters()
			.stream()
			.filter((counter) -> counter.count() > 0)
			.collect(Collectors.toMap((counter) -> counter.getId().getTag("reason"), Counter::count));
	}

	private static ModelAndView answer(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception problem) {
		try {
			ErrorResponseException error = (ErrorResponseException) problem;
			response.setStatus(error.getStatusCode().value());
			response.getWriter().write(error.getBody().toString());
			return new ModelAndView();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The result of a request.
	 *
	 * @param passed the request that the filter passed on; null if it was refused
	 */
	record Outcome(int status, String body, Map<String, List<String>> headers, @Nullable HttpServletRequest passed) {

	}

}
