package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.sandbox.pretend.wire.Form;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Plain HTTP requests to a pretend Twilio, for tests of what a library hides.
 */
final class Curl {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final PretendTwilio twilio;

	Curl(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	HttpResponse<String> get(String path) throws IOException, InterruptedException {
		return CLIENT.send(to(path).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> delete(String path) throws IOException, InterruptedException {
		return CLIENT.send(to(path).DELETE().build(), BodyHandlers.ofString());
	}

	/** The parameters are pairs of a name and a value. */
	HttpResponse<String> post(String path, String... parameters) throws IOException, InterruptedException {
		return CLIENT.send(posting(path, parameters), BodyHandlers.ofString());
	}

	HttpRequest posting(String path, String... parameters) {
		Map<String, String> form = new LinkedHashMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			form.put(parameters[i], parameters[i + 1]);
		}
		return to(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(Form.write(form)))
			.build();
	}

	private HttpRequest.Builder to(String path) {
		String credentials = SignedRequest.ACCOUNT_SID + ":" + SignedRequest.TOKEN;
		return HttpRequest.newBuilder(URI.create(this.twilio.url() + path))
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
	}

}
