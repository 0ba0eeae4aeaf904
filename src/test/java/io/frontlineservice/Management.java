package io.frontlineservice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the management port of a running service. */
public final class Management {

	private final int port;

	public Management(int port) {
		this.port = port;
	}

	/** Gets a path below {@code /actuator}. */
	public String get(String path) throws IOException, InterruptedException {
		return response(path).body();
	}

	/** Gets a path below {@code /actuator}, with the status of the response. */
	public HttpResponse<String> response(String path) throws IOException, InterruptedException {
		return send(request(path).build());
	}

	/** Posts an empty JSON object to a path below {@code /actuator}. */
	public String post(String path) throws IOException, InterruptedException {
		return send(
				request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build())
			.body();
	}

	/** Posts JSON to a path below {@code /actuator}, with the status of the response. */
	public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
		return send(
				request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build());
	}

	/** The explanation of the last routing decision about a conversation. */
	public List<String> explanation(String conversationSid) throws IOException, InterruptedException {
		List<String> explanation = new ArrayList<>();
		JsonMapper.shared()
			.readTree(get("/routing/" + conversationSid))
			.path("decisions")
			.valueStream()
			.reduce((first, second) -> second)
			.ifPresent((last) -> last.path("explanation").forEach((line) -> explanation.add(line.asString())));
		return explanation;
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/actuator" + path));
	}

	private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
