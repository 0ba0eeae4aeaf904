package io.frontlineservice.crash;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts the callbacks of the app and counts the answers. Used by {@link AppUser}; read by
 * {@link ClusterRun}. Thread-safe.
 */
final class AppCalls {

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final URI service;

	private final AtomicInteger answered = new AtomicInteger();

	private final AtomicLong slowest = new AtomicLong();

	private final Queue<String> failures = new ConcurrentLinkedQueue<>();

	/** Creates the calls of a service or of the proxy before it. */
	AppCalls(URI service) {
		this.service = service;
	}

	/**
	 * Posts a callback that must succeed.
	 * @param parameters alternating names and values
	 * @return the answer; without content if the callback failed
	 */
	JsonNode post(String callback, String... parameters) {
		Answer answer = send(callback, parameters);
		if (answer.status() != 200) {
			fail(parameters[1] + " was answered with " + answer.status());
		}
		return answer.body();
	}

	/** Posts a callback that may fail. */
	Answer send(String callback, String... parameters) {
		String path = "/callbacks/" + callback;
		SignedRequest form = SignedRequest.to(Site.PUBLIC_URL + path);
		for (int i = 0; i < parameters.length; i += 2) {
			form = form.with(parameters[i], parameters[i + 1]);
		}
		long start = System.nanoTime();
		try {
			HttpResponse<String> response = this.client.send(form.request(this.service + path),
					BodyHandlers.ofString());
			this.answered.incrementAndGet();
			this.slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
			boolean ok = response.statusCode() == 200;
			return new Answer(response.statusCode(), JsonMapper.shared().readTree(ok ? response.body() : "{}"));
		}
		catch (IOException ex) {
			return new Answer(0, JsonMapper.shared().createObjectNode());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer(0, JsonMapper.shared().createObjectNode());
		}
	}

	/** Records a failure. */
	void fail(String what) {
		this.failures.add(what);
	}

	int answered() {
		return this.answered.get();
	}

	Duration slowest() {
		return Duration.ofNanos(this.slowest.get());
	}

	Queue<String> failures() {
		return this.failures;
	}

	/**
	 * An answer.
	 *
	 * @param status the HTTP status; 0 without an answer
	 * @param body the content; empty unless the status is 200
	 */
	record Answer(int status, JsonNode body) {
	}

}
