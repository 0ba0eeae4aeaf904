package io.frontlineservice.load;

import io.frontlineservice.SignedRequest;
import io.frontlineservice.load.Window.Answer;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.site.People;
import io.frontlineservice.site.Site;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Posts events, each of another conversation, on sixteen connections. Each connection
 * posts the next event when the last one is answered. Used by the only thread of
 * {@link InboundRun}.
 */
final class Events {

	static final int CONNECTIONS = 16;

	/**
	 * More than the service can process. The pretend Twilio does not know later
	 * conversations.
	 */
	private static final int CONVERSATIONS = 3_000;

	/**
	 * Uses less processor time than the JDK's client, so that more is left for the
	 * service.
	 */
	private final CloseableHttpClient client = HttpClients.custom()
		.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
			.setMaxConnTotal(CONNECTIONS)
			.setMaxConnPerRoute(CONNECTIONS)
			.build())
		.disableAutomaticRetries()
		.build();

	private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

	private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

	private final AtomicInteger number = new AtomicInteger();

	private final URI service;

	private final List<Event> first;

	private volatile Window window = new Window();

	private volatile boolean ended;

	Events(PretendTwilio twilio, URI service) {
		this.service = service;
		this.first = first(twilio);
	}

	/** Alternates between a participant who was added and a request for a worker. */
	private static List<Event> first(PretendTwilio twilio) {
		People people = new People();
		Random random = new Random(1);
		twilio.deliveries().capturing();
		for (int i = 0; i < CONVERSATIONS; i++) {
			String from = people.next(random);
			twilio.inbound(from, People.ours(from), "Hello?");
		}
		List<Event> both = twilio.deliveries().captured();
		twilio.deliveries().reset();
		return IntStream.range(0, CONVERSATIONS).mapToObj((i) -> both.get(2 * i + i % 2)).toList();
	}

	void start() {
		for (int i = 0; i < CONNECTIONS; i++) {
			this.threads.execute(this::post);
		}
	}

	/** Collects the answers of the next window and returns when it is over. */
	Window next(int number) throws InterruptedException {
		Window now = new Window();
		this.window = now;
		Thread.sleep(Window.LENGTH.toMillis());
		this.window = new Window();
		now.print("Events, " + CONNECTIONS + " at a time", number);
		return now;
	}

	void end() throws InterruptedException {
		this.ended = true;
		this.threads.shutdown();
		if (!this.threads.awaitTermination(30, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Events are still running 30 s after the end of the load");
		}
	}

	/** The conversations that have an event answered with 200. */
	Collection<String> acknowledged() {
		return this.acknowledged;
	}

	private void post() {
		while (!this.ended) {
			Event event = next();
			SignedRequest form = SignedRequest.to(Site.PUBLIC_URL + event.callback().path()).with(event.form());
			long start = System.nanoTime();
			int status = status(form, this.service + event.callback().path());
			if (status == 200) {
				this.acknowledged.add(event.form().get("ConversationSid"));
			}
			this.window.add(new Answer(status, Duration.ofNanos(System.nanoTime() - start), true));
		}
	}

	private Event next() {
		int at = this.number.getAndIncrement();
		Event event = this.first.get(at % CONVERSATIONS);
		if (at < CONVERSATIONS) {
			return event;
		}
		Map<String, String> form = new HashMap<>(event.form());
		form.put("ConversationSid", "CH%032x".formatted(at));
		return new Event(event.type(), event.callback(), form);
	}

	private int status(SignedRequest form, String url) {
		HttpPost request = new HttpPost(url);
		request.setEntity(new StringEntity(form.body(), ContentType.APPLICATION_FORM_URLENCODED));
		request.setHeader("X-Twilio-Signature", form.signature());
		try {
			return this.client.execute(request, (response) -> {
				EntityUtils.consume(response.getEntity());
				return response.getCode();
			});
		}
		catch (IOException ex) {
			return 0;
		}
	}

}
