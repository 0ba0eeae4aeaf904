package io.frontlineservice.twilio.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.twilio.rest.StubbedTwilio.CONVERSATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.twilio.TwilioAccount;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Lists with several pages. */
class PagesTests {

	private static final String TWILIO = "https://conversations.twilio.com";

	private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");

	@RegisterExtension
	private final StubbedTwilio twilio = new StubbedTwilio();

	@Test
	void everyPageIsRead() {
		String next = "/v1/Conversations/" + CONVERSATION + "/Participants?PageSize=100&Page=1&PageToken=PT%25ab%2Fc";
		page(".*PageSize=100", conversation("MB1", CREATED), TWILIO + next);
		page(".*PageToken.*", conversation("MB2", CREATED), null);

		assertThat(this.twilio.gateway().participants(sid(CONVERSATION))).extracting(Participant::sid)
			.containsExactly("MB1", "MB2");
		assertThat(this.twilio.requests().get(0).getUrl()).isEqualTo(next);
		assertThat(this.twilio.requests()).allSatisfy((request) -> {
			assertThat(request.getHeader("Host")).isEqualTo("conversations.twilio.com");
			assertThat(request.getHeader("Authorization")).startsWith("Basic ");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/v1/Conversations?Page=1", "http://conversations.twilio.com/v1/x",
			"https://conversations.twilio.com.evil.example/v1/x", "https://conversations.twilio.com@evil.example/x",
			"https://user@conversations.twilio.com/x", "https://conversations.twilio.com:8443/x",
			"https://api.twilio.com/2010-04-01/Accounts", "file:///etc/passwd", "http://localhost:1/x", "nonsense",
			"https://evil.conversations.twilio.com.example/x" })
	void nextPageIsOnlyRequestedFromTwilio(String next) {
		page(".*", conversation("MB1", CREATED), next);
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.participants(sid(CONVERSATION)));
		assertThat(this.twilio.requests()).hasSize(1);
	}

	@Test
	void listThatLinksBackToItselfFails() {
		page(".*", conversation("CH1", CREATED), TWILIO + "/v1/Conversations?Page=1");
		List<Object> conversations = new ArrayList<>();
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.conversationsSince(CREATED, conversations::add));
		assertThat(this.twilio.requests()).hasSize(2);
		assertThat(conversations).hasSize(2);
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> gateway.participants(sid(CONVERSATION)));
	}

	@Test
	void moreThanTenThousandConversationsAreRead() {
		String full = items(CREATED, 100);
		for (int page = 0; page < 101; page++) {
			page("/v1/Conversations\\?" + ((page > 0) ? "Page=" + page : ".*StartDate=.*"), full,
					(page < 100) ? "/v1/Conversations?Page=" + (page + 1) : null);
		}
		List<Object> conversations = new ArrayList<>();

		this.twilio.gateway().conversationsSince(CREATED, conversations::add);

		assertThat(conversations).hasSize(10_100);
	}

	@Test
	void conversationsBeforeTheStartAreSkippedAndEndTheList() {
		page(".*StartDate=.*", conversation("CH3", CREATED.plusSeconds(1)) + ", " + conversation("CH2", CREATED) + ", "
				+ conversation("CH1", CREATED.minusSeconds(1)), "/v1/Conversations?Page=1");

		assertThat(since(CREATED)).containsExactly("CH3", "CH2");
		assertThat(this.twilio.requests()).hasSize(1);
	}

	@Test
	void listThatIsNotSortedByDateIsReadToItsEnd() {
		page(".*StartDate=.*",
				conversation("CH1", CREATED.minusSeconds(9)) + ", " + conversation("CH2", CREATED.minusSeconds(5)),
				"/v1/Conversations?Page=1");
		page(".*Page=1", conversation("CH3", CREATED), null);

		assertThat(since(CREATED)).containsExactly("CH3");
	}

	@ParameterizedTest
	@CsvSource({ "429, 1, 1000", "503, 1, 1000", "500, , 500", "429, , 500", "502, 0, 500" })
	void failedPageIsRetriedAfterTheTimeThatTwilioAsksFor(int status, String wait, long millis) {
		page(".*StartDate=.*", conversation("CH1", CREATED), "/v1/Conversations?Page=1");
		page(".*Page=1", conversation("CH2", CREATED), "/v1/Conversations?Page=2");
		page(".*Page=2", conversation("CH3", CREATED), null);
		var failure = aResponse().withStatus(status).withBody(StubbedTwilio.error(status, status + 20000, ""));
		this.twilio.server.stubFor(get(urlMatching(".*Page=1")).inScenario("failure")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn((wait != null) ? failure.withHeader("Retry-After", wait) : failure)
			.willSetStateTo("over"));
		long start = System.nanoTime();

		assertThat(since(CREATED)).containsExactly("CH1", "CH2", "CH3");
		assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(millis * 1_000_000);
		assertThat(this.twilio.requests()).extracting((request) -> request.getUrl().replaceAll(".*\\?", ""))
			.filteredOn((query) -> query.contains("StartDate"))
			.hasSize(1);
	}

	@Test
	@Timeout(30)
	void stoppingServiceDoesNotWaitToRetryAPage() throws Exception {
		this.twilio.answers(aResponse().withStatus(503).withHeader("Retry-After", "60"));
		CountDownLatch asked = new CountDownLatch(1);
		this.twilio.server.addMockServiceRequestListener((request, response) -> asked.countDown());
		CompletableFuture<Void> list;
		try (AnnotationConfigApplicationContext service = service()) {
			ConversationsGateway gateway = service.getBean(ConversationsGateway.class);
			list = CompletableFuture.runAsync(() -> gateway.conversationsSince(CREATED, (it) -> {
			}));
			asked.await();
		}

		assertThat(list).failsWithin(Duration.ofSeconds(20))
			.withThrowableThat()
			.withCauseInstanceOf(TwilioUnavailableException.class);
	}

	private AnnotationConfigApplicationContext service() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		Credentials account = StubbedTwilio.ACCOUNT;
		context.registerBean(TwilioAccount.class, account.username(), account.password());
		TestPropertyValues.of("frontline.twilio.api-url=" + this.twilio.server.baseUrl()).applyTo(context);
		context.registerBean(MeterRegistry.class, () -> this.twilio.meters);
		context.registerBean(Clock.class, Clock::systemUTC);
		context.register(RestConfiguration.class);
		context.refresh();
		return context;
	}

	@Test
	void exceptionOfTheConsumerIsPropagated() {
		page(".*", conversation("CH1", CREATED), TWILIO + "/v1/Conversations?Page=1");
		TwilioConversations gateway = this.twilio.gateway();

		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> gateway.conversationsSince(CREATED, (it) -> {
				throw new ArithmeticException();
			}));
		assertThat(this.twilio.requests()).hasSize(1);
		assertThat(this.twilio.count("conversations", "ok")).isEqualTo(1);
	}

	private List<String> since(Instant start) {
		List<String> sids = new ArrayList<>();
		this.twilio.gateway().conversationsSince(start, (it) -> sids.add(it.sid().value()));
		return sids;
	}

	private void page(String url, String items, @Nullable String next) {
		String link = (next != null && next.startsWith("/")) ? TWILIO + next : next;
		this.twilio.server.stubFor(get(urlMatching(url)).willReturn(okJson("""
				{"participants": [%s], "conversations": [%s], "meta": {"url": "%s/v1/x", "page_size": 100,
				 "next_page_url": %s, "previous_page_url": null, "first_page_url": "%s/v1/x"}}""".formatted(items,
				items, TWILIO, (link != null) ? "\"" + link + "\"" : "null", TWILIO))));
	}

	private static String items(Instant created, int number) {
		return IntStream.range(0, number)
			.mapToObj((it) -> conversation("CH" + it, created))
			.collect(Collectors.joining(", "));
	}

	private static String conversation(String sid, Instant created) {
		return "{\"sid\": \"%s\", \"state\": \"active\", \"date_created\": \"%s\"}".formatted(sid, created);
	}

}
