package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.bean.override.convention.TestBean;

/** Responses while the CRM hangs or fails. */
@RunningService
class CrmOutageScenarioTests {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static final int CALLBACKS = 200;

	/** The most calls of a CRM that run at once. */
	private static final int CRM_CALLS = 32;

	private static final HangingOrFailingCrm CRM = new HangingOrFailingCrm();

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "fileCrmAdapter")
	private CrmAdapter crm;

	private final int port;

	private final CrmCallback callback;

	CrmOutageScenarioTests(@LocalServerPort int port) {
		this.port = port;
		this.callback = new CrmCallback(port);
	}

	static CrmAdapter crm() {
		return CRM;
	}

	@Test
	void callbacksBeyondLimitAreRefusedAtOnceWhileCrmHangs() throws Exception {
		List<CompletableFuture<HttpResponse<String>>> lists = new ArrayList<>();
		HttpRequest list = CrmCallback.form()
			.with("Location", "GetCustomersList")
			.with("Worker", "ada@example.com")
			.request(this.callback.url());
		for (int i = 0; i < CALLBACKS; i++) {
			lists.add(CLIENT.sendAsync(list, BodyHandlers.ofString()));
		}
		await().atMost(Duration.ofSeconds(30)).until(() -> answered(lists) >= CALLBACKS - CRM_CALLS);
		long begin = System.nanoTime();
		assertThat(Callback.conversations(this.port)
			.post("EventType", "onMessageAdded", "ConversationSid", "CH" + "1".repeat(32))
			.statusCode()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
		assertThat(CRM.mostAtOnce).hasValue(CRM_CALLS);
		for (CompletableFuture<HttpResponse<String>> answer : lists) {
			assertOutage(answer.get(30, TimeUnit.SECONDS));
		}
	}

	@Test
	void detailsAre503WhileCrmFails() throws Exception {
		assertOutage(this.callback.details("ada@example.com", "1001"));
	}

	@Test
	void templatesAndProxyAddressAre503WhileCrmFails() throws Exception {
		assertOutage(Callback.templates(this.port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", "ada@example.com", "CustomerId", "1001"));
		assertOutage(Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType",
					"sms", "ChannelValue", "+14155550101"));
	}

	private static long answered(List<CompletableFuture<HttpResponse<String>>> answers) {
		return answers.stream().filter(CompletableFuture::isDone).count();
	}

	private static void assertOutage(HttpResponse<String> response) {
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.body()).contains("cannot be looked up right now").doesNotContain("customers\":[", "secret");
	}

	/**
	 * Hangs when it lists customers, and fails otherwise. Clients must not receive the
	 * message of the exception.
	 */
	private static final class HangingOrFailingCrm implements CrmAdapter {

		private final AtomicInteger atOnce = new AtomicInteger();

		private final AtomicInteger mostAtOnce = new AtomicInteger();

		@Override
		public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
			this.mostAtOnce.accumulateAndGet(this.atOnce.incrementAndGet(), Math::max);
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			finally {
				this.atOnce.decrementAndGet();
			}
			return CrmPage.EMPTY;
		}

		@Override
		public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
			throw new IllegalStateException("a secret of the CRM");
		}

		@Override
		public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
			throw new IllegalStateException("a secret of the CRM");
		}

		@Override
		public Set<CrmCapability> capabilities() {
			return Set.of();
		}

	}

}
