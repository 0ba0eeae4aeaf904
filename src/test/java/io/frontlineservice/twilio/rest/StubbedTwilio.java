package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.http.HttpLimits;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.twilio.TwilioApi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stub of Twilio's server, and a gateway that calls it. */
final class StubbedTwilio implements BeforeEachCallback, AfterEachCallback {

	static final String CONVERSATION = "CH" + "0".repeat(32);

	static final String PARTICIPANT = "MB" + "0".repeat(32);

	static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

	static final Credentials ACCOUNT = new Credentials("AC" + "a".repeat(32), Secret.of("b".repeat(32)));

	private static final Duration LONG = Duration.ofSeconds(30);

	/** Too long to end in a test. */
	static final CallLimits LONG_LIMITS = limits(LONG, LONG, LONG, LONG, LONG, 10);

	final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort());

	final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private @Nullable TwilioTransport transport;

	private int timesBack;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.timesBack = 0;
		this.server.start();
	}

	@Override
	public void afterEach(ExtensionContext context) throws Exception {
		if (this.transport != null) {
			this.transport.close();
		}
		this.server.stop();
	}

	TwilioConversations gateway() {
		return gateway(this.server.baseUrl(), LONG_LIMITS);
	}

	TwilioConversations gateway(String url, CallLimits limits) {
		return gateway(url, limits, ACCOUNT, null, null);
	}

	TwilioConversations gateway(String url, CallLimits limits, Credentials credentials, @Nullable String region,
			@Nullable String edge) {
		return new TwilioConversations(calls(url, limits, credentials, region, edge),
				Retries.production(new CountDownLatch(1)));
	}

	/** Returns the contents of the account, each page read once. */
	TwilioContents contents() {
		return new TwilioContents(calls(this.server.baseUrl(), LONG_LIMITS, ACCOUNT, null, null), Retries.NONE);
	}

	TwilioConsents consents() {
		return new TwilioConsents(calls(this.server.baseUrl(), LONG_LIMITS, ACCOUNT, null, null));
	}

	private MeteredCalls calls(String url, CallLimits limits, Credentials credentials, @Nullable String region,
			@Nullable String edge) {
		this.transport = new TwilioTransport(new TwilioApi(URI.create(url)), limits);
		OwnAccount own = new OwnAccount(ACCOUNT.username());
		ApiClient client = new ApiClient(this.transport, credentials, own, region, edge,
				Clock.fixed(NOW, ZoneOffset.UTC));
		return new MeteredCalls(client, new AccountComparison(own, false, Clock.systemUTC()), limits,
				new Outage(() -> this.timesBack++), this.meters);
	}

	/** Returns how often an outage has ended. */
	int timesBack() {
		return this.timesBack;
	}

	void answers(int status, String body) {
		answers(new ResponseDefinitionBuilder().withStatus(status)
			.withHeader("Content-Type", "application/json")
			.withBody(body));
	}

	void answers(ResponseDefinitionBuilder response) {
		this.server.stubFor(any(anyUrl()).willReturn(response));
	}

	void fails(int status, int code) {
		answers(status, error(status, code, "Something about +14155550199"));
	}

	static String error(int status, int code, String message) {
		return "{\"code\":%d,\"message\":\"%s\",\"more_info\":\"https://www.twilio.com/docs/errors/%d\",\"status\":%d}"
			.formatted(code, message, code, status);
	}

	List<LoggedRequest> requests() {
		return this.server.getAllServeEvents().stream().map((event) -> event.getRequest()).toList();
	}

	LoggedRequest request() {
		List<LoggedRequest> requests = requests();
		if (requests.size() != 1) {
			throw new AssertionError("There were " + requests.size() + " requests");
		}
		return requests.get(0);
	}

	/** Returns limits for a test that waits for one of them to end. */
	static CallLimits limits(Duration permit, Duration connection, Duration handshake, Duration response,
			Duration total, int atOnce) {
		return new CallLimits(permit, new HttpLimits(connection, LONG, handshake, response, total, atOnce,
				CallLimits.PRODUCTION.http().bytes()));
	}

	double count(String call, String outcome) {
		return this.meters.get("frontline.twilio.calls").tag("call", call).tag("outcome", outcome).timer().count();
	}

	double gauge(String name) {
		return this.meters.get(name).gauge().value();
	}

}
