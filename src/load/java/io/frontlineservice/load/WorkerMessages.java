package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.load.Window.Answer;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts the webhook before a worker's message at a fixed rate, whether the service keeps
 * up or not. Response times count from the time at which a request was due. Every fourth
 * conversation is with a person who has opted out. Used by the only thread of
 * {@link MessagesRun}.
 */
final class WorkerMessages {

	private static final int A_SECOND = 200;

	private static final int CONVERSATIONS = 2_000;

	private static final long INTERVAL = Duration.ofSeconds(1).toNanos() / A_SECOND;

	private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

	private final String url;

	private int number;

	private long next;

	WorkerMessages(URI service) {
		this.url = service + PreEvents.PATH;
	}

	/** Posts a message of the customer of each conversation. */
	void customersWrite() throws IOException, InterruptedException {
		for (int i = 0; i < CONVERSATIONS; i++) {
			int status = inbound(i).post(this.url).statusCode();
			if (status != 200) {
				throw new IllegalStateException("A customer's message was answered with " + status);
			}
		}
	}

	/**
	 * Sends messages of workers for this number of windows, and waits for the answers.
	 */
	List<Window> send(String what, int windows) {
		List<Window> sent = new ArrayList<>();
		this.next = System.nanoTime();
		for (int count = 1; count <= windows; count++) {
			Window window = new Window();
			send(window).join();
			window.print(what, count);
			sent.add(window);
			this.next = Math.max(this.next, System.nanoTime());
		}
		return sent;
	}

	private CompletableFuture<Void> send(Window window) {
		List<CompletableFuture<Void>> answered = new ArrayList<>();
		for (long left = Window.LENGTH.toNanos() / INTERVAL; left > 0; left--) {
			for (long now = System.nanoTime(); now < this.next; now = System.nanoTime()) {
				LockSupport.parkNanos(this.next - now);
			}
			answered.add(send(this.number++ % CONVERSATIONS, this.next, window));
			this.next += INTERVAL;
		}
		return CompletableFuture.allOf(answered.toArray(CompletableFuture<?>[]::new));
	}

	/** An answer that is right counts as 200, also if it is a refusal. */
	private CompletableFuture<Void> send(int conversation, long due, Window window) {
		int right = hasOptedOut(conversation) ? 403 : 200;
		return this.client.sendAsync(outbound(conversation).request(this.url), BodyHandlers.discarding())
			.handle((response, failure) -> {
				Duration time = Duration.ofNanos(System.nanoTime() - due);
				int status = (response != null) ? response.statusCode() : 0;
				window.add(new Answer((status == right) ? 200 : status + 1000, time, true));
				return null;
			});
	}

	private static boolean hasOptedOut(int conversation) {
		return conversation % 4 == 0;
	}

	private static SignedRequest inbound(int conversation) {
		return event("onMessageAdded", conversation).with("Author", People.customer(conversation))
			.with("Body", hasOptedOut(conversation) ? "STOP" : "Hello?")
			.with("MessageSid", "IM%032x".formatted(conversation))
			.with("ParticipantSid", "MB%032x".formatted(conversation))
			.with("Source", "SMS");
	}

	private static SignedRequest outbound(int conversation) {
		return event("onMessageAdd", conversation).with("Author", "ada@example.com")
			.with("Body", "Your order has arrived. When would you like to collect it?")
			.with("ClientIdentity", "ada@example.com")
			.with("Source", "SDK");
	}

	private static SignedRequest event(String type, int conversation) {
		return SignedRequest.to(Site.PUBLIC_URL + PreEvents.PATH)
			.with("AccountSid", SignedRequest.ACCOUNT_SID)
			.with("EventType", type)
			.with("Attributes", "{}")
			.with("ChatServiceSid", "IS" + "0".repeat(32))
			.with("ConversationSid", "CH%032x".formatted(conversation))
			.with("RetryCount", "0");
	}

}
