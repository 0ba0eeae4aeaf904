package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.Cause;
import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.Journal.Direction;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.sandbox.pretend.wire.TrafficPublisher;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Posts signed events to the service. If the connection fails, it retries once. Called by
 * {@link Deliveries}, {@link PreEvents} and {@code AppScreens}. Thread-safe.
 */
public final class Callbacks {

	private final HttpClient client = HttpClient.newBuilder()
		.version(Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Account account;

	private final Conditions conditions;

	private final Journal journal;

	private final TrafficPublisher traffic;

	private final InstantSource clock;

	private volatile Function<Callback, @Nullable URI> urls = (callback) -> null;

	public Callbacks(Account account, Conditions conditions, Journal journal, TrafficPublisher traffic,
			InstantSource clock) {
		this.account = account;
		this.conditions = conditions;
		this.journal = journal;
		this.traffic = traffic;
		this.clock = clock;
	}

	/** Sets the URLs of the service; null for a callback that has no URL. */
	public void urls(Function<Callback, @Nullable URI> service) {
		this.urls = service;
	}

	public CallbackResponse post(Event event) {
		URI url = this.urls.apply(event.callback());
		if (url == null) {
			this.journal.note(event.type() + " is lost: the callback has no URL");
			return CallbackResponse.NOWHERE;
		}
		CallbackResponse response = post(event, url, 0);
		return response.isUnreachable() ? post(event, url, 1) : response;
	}

	private CallbackResponse post(Event event, URI url, int retryCount) {
		Map<String, String> form = event.form(retryCount);
		CallbackHeaders headers = CallbackHeaders.of(this.account, this.conditions, event.callback(), form);
		Duration limit = this.conditions.limitOf(event.callback());
		HttpRequest request = request(url, limit, headers, form);
		Cause cause = this.journal.causeOf(event.conversationSid());
		Instant at = this.clock.instant();
		long start = System.nanoTime();
		this.traffic.event(Moment.EVENT_SENT, event.type(), event.conversationSid(), 0);
		CallbackResponse response = send(request);
		this.journal.add(new Entry(at, Direction.CALLBACK, event.type(), "POST", url.toString(), form,
				headers.signature(), headers.settings(), response.status(), response.body(),
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), limit.toMillis(), cause));
		this.traffic.event(Moment.EVENT_ANSWERED, event.type(), event.conversationSid(), response.status());
		return response;
	}

	private static HttpRequest request(URI url, Duration limit, CallbackHeaders headers, Map<String, String> form) {
		HttpRequest.Builder request = HttpRequest.newBuilder(url)
			.timeout(limit)
			.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
			.header("X-Twilio-Signature", headers.signature())
			.header("User-Agent", "TwilioProxy/1.1")
			.POST(BodyPublishers.ofString(Form.write(form)));
		if (headers.settings() != null) {
			request.header("X-Twilio-Webhooks-Signature-Settings", headers.settings());
		}
		return request.build();
	}

	private CallbackResponse send(HttpRequest request) {
		try {
			HttpResponse<String> response = this.client.send(request, BodyHandlers.ofString());
			return new CallbackResponse(response.statusCode(), response.body());
		}
		catch (HttpTimeoutException ex) {
			return CallbackResponse.TIMED_OUT;
		}
		catch (IOException ex) {
			return CallbackResponse.UNREACHABLE;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return CallbackResponse.TIMED_OUT;
		}
	}

}
