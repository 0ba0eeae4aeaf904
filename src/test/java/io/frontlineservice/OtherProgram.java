package io.frontlineservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another program of the same account that also writes through Twilio's REST API. */
public final class OtherProgram {

	private final PretendTwilio twilio;

	public OtherProgram(PretendTwilio twilio) {
		this.twilio = twilio;
	}

	/** Posts alternating names and values to a path below {@code /v1}. */
	public JsonNode write(String path, String... parameters) throws IOException, InterruptedException {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < parameters.length; i += 2) {
			form.append(encode(parameters[i])).append('=').append(encode(parameters[i + 1])).append('&');
		}
		return send("POST", path, form.toString());
	}

	/** Gets a path below {@code /v1}. */
	public JsonNode read(String path) throws IOException, InterruptedException {
		return send("GET", path, "");
	}

	private JsonNode send(String method, String path, String form) throws IOException, InterruptedException {
		String user = SignedRequest.ACCOUNT_SID + ":" + SignedRequest.TOKEN;
		String credentials = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
		var response = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.twilio.url() + "/v1" + path))
				.header("Authorization", "Basic " + credentials)
				.header("Content-Type", "application/x-www-form-urlencoded")
				.method(method, BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString());
		assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
		return JsonMapper.shared().readTree(response.body());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
