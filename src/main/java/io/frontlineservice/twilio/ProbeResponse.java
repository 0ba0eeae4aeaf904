package io.frontlineservice.twilio;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The response of the public URL to a form that is posted as Twilio would post it. Used
 * by {@link PublicUrlProbe}; never printed, because it may come from any server.
 * Immutable.
 *
 * @param status the HTTP status
 * @param type the content type; empty if the response has none
 * @param location the target of a redirect; empty if it does not redirect
 * @param body the start of the body
 */
record ProbeResponse(int status, String type, String location, String body) {

	/** This service sends no longer answer. */
	private static final int MAX_BYTES = 64 * 1024;

	/**
	 * Posts a form, once.
	 * @param timeout the longest wait for a connection, and for each part of the response
	 * @throws IOException if there is no response
	 */
	static ProbeResponse to(URI url, Map<String, String> headers, String form, Duration timeout) throws IOException {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(Version.HTTP_1_1)
			.followRedirects(Redirect.NEVER)
			.proxy(ProxySelector.getDefault())
			.connectTimeout(timeout)
			.build());
		requests.setReadTimeout(timeout);
		ClientHttpRequest request = requests.createRequest(url, HttpMethod.POST);
		request.getHeaders().setContentType(MediaType.APPLICATION_FORM_URLENCODED);
		request.getHeaders().set(HttpHeaders.USER_AGENT, "frontline-integration-service");
		headers.forEach(request.getHeaders()::set);
		request.getBody().write(form.getBytes(StandardCharsets.UTF_8));
		try (ClientHttpResponse response = request.execute()) {
			HttpHeaders answered = response.getHeaders();
			return new ProbeResponse(response.getStatusCode().value(),
					Objects.requireNonNullElse(answered.getFirst(HttpHeaders.CONTENT_TYPE), ""),
					Objects.requireNonNullElse(answered.getFirst(HttpHeaders.LOCATION), ""),
					new String(response.getBody().readNBytes(MAX_BYTES), StandardCharsets.UTF_8));
		}
	}

	/** Returns whether the body is a customers list of this service. */
	boolean isOurs() {
		JsonNode objects = json().path("objects");
		return objects.path("customers").isArray() && objects.path("searchable").asBoolean(false);
	}

	boolean isOurRefusal() {
		return isProblemDetail() && json().path("detail").asString("").equals(SignatureFilter.NOT_SIGNED);
	}

	boolean isProblemDetail() {
		return this.type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
	}

	boolean isPage() {
		return this.type.startsWith(MediaType.TEXT_HTML_VALUE);
	}

	private JsonNode json() {
		try {
			return JsonMapper.shared().readTree(this.body);
		}
		catch (JacksonException ex) {
			return JsonMapper.shared().missingNode();
		}
	}

}
