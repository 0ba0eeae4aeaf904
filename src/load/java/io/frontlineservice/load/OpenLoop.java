package io.frontlineservice.load;

import io.frontlineservice.load.Window.Answer;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends requests at a fixed rate, whether the service keeps up or not. Response times
 * count from the time at which a request was due. Used by one thread.
 */
final class OpenLoop {

	static final int A_SECOND = 200;

	private static final long INTERVAL = Duration.ofSeconds(1).toNanos() / A_SECOND;

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final IntFunction<HttpRequest> requests;

	private int number;

	/**
	 * Creates a load.
	 * @param requests the requests by their number, from 0
	 */
	OpenLoop(IntFunction<HttpRequest> requests) {
		this.requests = requests;
	}

	/** Sends requests for these windows, and waits until all are answered. */
	List<Window> send(int windows) {
		List<Window> sent = new ArrayList<>();
		List<CompletableFuture<Void>> answered = new ArrayList<>();
		long due = System.nanoTime();
		for (int i = 0; i < windows; i++) {
			Window window = new Window();
			sent.add(window);
			for (long left = Window.LENGTH.toNanos() / INTERVAL; left > 0; left--) {
				for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
					LockSupport.parkNanos(due - now);
				}
				answered.add(send(this.requests.apply(this.number++), due, window));
				due += INTERVAL;
			}
		}
		CompletableFuture.allOf(answered.toArray(CompletableFuture<?>[]::new)).join();
		return sent;
	}

	private CompletableFuture<Void> send(HttpRequest request, long due, Window window) {
		return this.client.sendAsync(request, BodyHandlers.discarding()).handle((response, failure) -> {
			window.add(new Answer(status(response), Duration.ofNanos(System.nanoTime() - due), response != null));
			return null;
		});
	}

	private static int status(HttpResponse<Void> response) {
		return (response != null) ? response.statusCode() : 0;
	}

}
