package io.frontlineservice.crm.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.search.RequiredSearch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A stub of a CRM's API, and what calls it, with rate limits by a virtual clock. */
final class StubbedApi implements BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	static final RateLimit SEARCH = new RateLimit("search", 5, Duration.ofSeconds(1));

	static final RateLimit GENERAL = new RateLimit("general", 100, Duration.ofSeconds(10));

	final WireMockServer server = new WireMockServer(wireMockConfig().dynamicPort().containerThreads(128));

	final AtomicLong nanos = new AtomicLong();

	SimpleMeterRegistry meters;

	RateLimits limits;

	/** Without credentials. */
	CrmApi api;

	@Override
	public void beforeEach(ExtensionContext context) {
		if (!this.server.isRunning()) {
			this.server.start();
		}
		this.server.resetAll();
		use(ApiDialect.USUAL);
	}

	/** Calls the stub in a dialect. */
	void use(ApiDialect dialect) {
		use(this.server.baseUrl(), dialect);
	}

	/** Calls another server. */
	void use(String url, ApiDialect dialect) {
		if (this.api != null) {
			this.api.close();
		}
		this.meters = new SimpleMeterRegistry();
		this.limits = new RateLimits(List.of(SEARCH, GENERAL), this.nanos::get, this.nanos::addAndGet, this.meters);
		this.api = CrmApi.of(ApiUrl.of(url), dialect, this.limits, this.meters);
	}

	void answers(int status, String body) {
		answers(aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body));
	}

	void answers(ResponseDefinitionBuilder response) {
		this.server.stubFor(any(anyUrl()).willReturn(response));
	}

	List<LoggedRequest> requests() {
		return this.server.getAllServeEvents().stream().map((event) -> event.getRequest()).toList();
	}

	static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(4));
	}

	long count(String outcome) {
		return this.meters.get("frontline.crm.http").tag("outcome", outcome).timer().count();
	}

	RequiredSearch meter(String name) {
		return this.meters.get(name);
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.api.close();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.server.stop();
	}

}
