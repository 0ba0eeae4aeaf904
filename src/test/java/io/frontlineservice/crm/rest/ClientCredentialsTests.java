package io.frontlineservice.crm.rest;

import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Access tokens of an API with OAuth 2. */
@Timeout(30)
class ClientCredentialsTests {

	private final AtomicInteger tokens = new AtomicInteger();

	private volatile long lifetime = 3_600;

	private volatile CrmReply refusal;

	private final RestSetup setup = StubbedRest.start(this::answer);

	ClientCredentialsTests() {
		this.setup.set("authentication.type", "client-credentials")
			.set("authentication.token-url", this.setup.server().url() + "/oauth/token")
			.set("authentication.client-id", "a:b c")
			.set("authentication.client-secret", "s+t")
			.set("authentication.scope", "customers.read");
	}

	@AfterEach
	void stop() {
		this.setup.close();
	}

	private CrmReply answer(CrmRequest request) {
		if (request.path().equals("/oauth/token")) {
			return (this.refusal != null) ? this.refusal : CrmReply.json(200, Map.of("access_token",
					"t" + this.tokens.incrementAndGet(), "expires_in", String.valueOf(this.lifetime)));
		}
		return "Bearer t1".equals(request.header("Authorization")) ? CrmReply.json(200, Map.of("id", "7", "name", "x"))
				: CrmReply.json(401, Map.of());
	}

	@Test
	void tokenIsFetchedOnceForAllConcurrentRequests() throws Exception {
		assertThat(together(this.setup.crm())).allMatch((found) -> found);
		assertThat(this.tokens).hasValue(1);
	}

	@Test
	void clientSignsInByHeaderOrForm() {
		this.setup.crm().byId(id("7"), Walk.soon());
		this.tokens.set(0);
		this.setup.set("authentication.client-authentication", "form").set("authentication.audience", "crm");
		this.setup.crm().byId(id("7"), Walk.soon());
		List<CrmRequest> sent = this.setup.server()
			.requests()
			.stream()
			.filter((it) -> it.path().equals("/oauth/token"))
			.toList();
		// a%3Ab+c:s%2Bt
		assertThat(sent.get(0).header("Authorization")).isEqualTo("Basic YSUzQWIrYzpzJTJCdA==");
		assertThat(sent.get(0).formField("grant_type")).isEqualTo("client_credentials");
		assertThat(sent.get(0).formField("scope")).isEqualTo("customers.read");
		assertThat(sent.get(0).formField("client_secret")).isNull();
		assertThat(sent.get(1).header("Authorization")).isNull();
		assertThat(sent.get(1).formField("client_id")).isEqualTo("a:b c");
		assertThat(sent.get(1).formField("client_secret")).isEqualTo("s+t");
		assertThat(sent.get(1).formField("audience")).isEqualTo("crm");
	}

	@Test
	void refusedClientIsAProblemOfTheCredentials() {
		this.refusal = CrmReply.json(400, Map.of("error", "invalid_client"));
		CrmErrorException failure = catchThrowableOfType(CrmErrorException.class,
				() -> this.setup.crm().byId(id("7"), Walk.soon()));
		assertThat(failure.errorClass()).isEqualTo(ErrorClass.CREDENTIALS);
	}

	@Test
	void missingTokenEndpointIsNotAMissingCustomer() {
		this.refusal = CrmReply.json(404, Map.of());
		CrmErrorException failure = catchThrowableOfType(CrmErrorException.class,
				() -> this.setup.crm().byId(id("7"), Walk.soon()));
		assertThat(failure.errorClass()).isEqualTo(ErrorClass.UNREADABLE);
	}

	@Test
	void tokenMayBeValidForever() {
		this.lifetime = Long.MAX_VALUE;
		RestCrm crm = this.setup.crm();
		for (int i = 0; i < 3; i++) {
			assertThat(crm.byId(id("7"), Walk.soon())).isPresent();
		}
		assertThat(this.tokens).hasValue(1);
	}

	private static List<Boolean> together(RestCrm crm) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Boolean>> calls = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				calls.add(() -> crm.byId(id("7"), Walk.soon()).isPresent());
			}
			List<Boolean> found = new ArrayList<>();
			for (Future<Boolean> call : threads.invokeAll(calls)) {
				found.add(call.get());
			}
			return found;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
