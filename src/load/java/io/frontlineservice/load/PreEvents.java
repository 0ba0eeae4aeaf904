package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.load.Window.Answer;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts the webhook before a new conversation at a fixed rate, whether the service keeps
 * up or not. Response times count from the time at which a request was due. Used by the
 * only thread of {@link InboundRun}.
 */
final class PreEvents {

	static final int A_SECOND = 200;

	static final String PATH = "/callbacks/conversations";

	private static final long INTERVAL = Duration.ofSeconds(1).toNanos() / A_SECOND;

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final String url;

	private int number;

	private long next = System.nanoTime();

	private CompletableFuture<Void> printed = CompletableFuture.completedFuture(null);

	PreEvents(URI service) {
		this.url = service + PATH;
	}

	/**
	 * Sends requests for this number of windows, which are complete only when all are
	 * answered.
	 */
	List<Window> send(String what, int windows) {
		List<Window> sent = new ArrayList<>();
		for (int i = 1; i <= windows; i++) {
			int count = i;
			Window window = new Window();
			this.printed = this.printed.thenAcceptBoth(send(window), (before, full) -> window.print(what, count));
			sent.add(window);
		}
		return sent;
	}

	/** Waits until all requests are answered. */
	void end() {
		this.printed.join();
	}

	private CompletableFuture<Void> send(Window window) {
		List<CompletableFuture<Void>> answered = new ArrayList<>();
		for (long left = Window.LENGTH.toNanos() / INTERVAL; left > 0; left--) {
			for (long now = System.nanoTime(); now < this.next; now = System.nanoTime()) {
				LockSupport.parkNanos(this.next - now);
			}
			answered.add(send(People.customer(this.number++ % People.CUSTOMERS), this.next, window));
			this.next += INTERVAL;
		}
		return CompletableFuture.allOf(answered.toArray(CompletableFuture<?>[]::new));
	}

	private CompletableFuture<Void> send(String address, long due, Window window) {
		return this.client.sendAsync(form(address).request(this.url), BodyHandlers.ofString())
			.handle((response, failure) -> {
				Duration time = Duration.ofNanos(System.nanoTime() - due);
				window.add((response != null) ? new Answer(response.statusCode(), time, isNamed(response, address))
						: new Answer(0, time, false));
				return null;
			});
	}

	private static boolean isNamed(HttpResponse<String> response, String address) {
		return response.body().contains("\"" + People.nameOf(address) + "\"");
	}

	/** The form with all parameters that Twilio posts. */
	static SignedRequest form(String address) {
		return SignedRequest.to(Site.PUBLIC_URL + PATH)
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("EventType", "onConversationAdd")
			.with("Source", "SMS")
			.with("Attributes", "{}")
			.with("ChatServiceSid", "IS" + "0".repeat(32))
			.with("MessagingServiceSid", "MG" + "0".repeat(32))
			.with("State", "active")
			.with("MessagingBinding.Address", address)
			.with("MessagingBinding.ProxyAddress", People.SMS)
			.with("MessageBody", "Hello?")
			.with("RetryCount", "0");
	}

}
