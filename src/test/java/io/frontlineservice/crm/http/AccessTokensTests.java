package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a token is fetched and when not, by a virtual clock. */
@Timeout(20)
class AccessTokensTests {

	private static final Duration HOUR = Duration.ofHours(1);

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

	private final AtomicInteger fetches = new AtomicInteger();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private @Nullable Duration lifetime = HOUR;

	/** What the next fetch does before it returns a token. */
	private volatile Runnable onFetch = () -> {
	};

	private final AccessTokens tokens = new AccessTokens((deadline) -> {
		int count = this.fetches.incrementAndGet();
		this.onFetch.run();
		return new AccessToken(Secret.of("t" + count), this.lifetime);
	}, this.nanos::get, this.meters);

	@Test
	void tokenIsFetchedOnceAndKept() {
		assertThat(header()).isEqualTo("Bearer t1");
		pass(Duration.ofMinutes(54));
		assertThat(header()).isEqualTo("Bearer t1");
		assertThat(this.fetches).hasValue(1);
	}

	@Test
	void tokenIsRenewedBeforeItEndsAndNobodyWaits() throws Exception {
		header();
		CountDownLatch fetching = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.onFetch = () -> {
			fetching.countDown();
			await(answer);
		};
		pass(Duration.ofMinutes(55));
		assertThat(header()).isEqualTo("Bearer t1");
		fetching.await();
		assertThat(header()).isEqualTo("Bearer t1");
		answer.countDown();
		pass(Duration.ofMinutes(5));
		assertThat(header()).isEqualTo("Bearer t2");
		assertThat(this.fetches).hasValue(2);
	}

	@Test
	void shortTokenIsRenewedInItsLastFifth() {
		this.lifetime = Duration.ofSeconds(100);
		header();
		pass(Duration.ofSeconds(79));
		header();
		assertThat(this.fetches).hasValue(1);
		pass(Duration.ofSeconds(21));
		assertThat(header()).isEqualTo("Bearer t2");
	}

	@Test
	void tokenWithoutLifetimeIsKeptUntilItIsRefused() {
		this.lifetime = null;
		header();
		pass(Duration.ofDays(30));
		assertThat(header()).isEqualTo("Bearer t1");
		assertThat(renew("Bearer t1")).isTrue();
		assertThat(header()).isEqualTo("Bearer t2");
	}

	@Test
	void tokenThatAnotherRequestRenewedIsNotRenewedAgain() {
		header();
		pass(Duration.ofSeconds(1));
		assertThat(renew("Bearer t1")).isTrue();
		assertThat(renew("Bearer t1")).isTrue();
		pass(HOUR.minusMinutes(10));
		assertThat(renew("Bearer t1")).isTrue();
		assertThat(this.fetches).hasValue(2);
	}

	@Test
	void tokenThatIsRefusedWhileItIsRenewedIsNotRenewedTwice() throws Exception {
		header();
		CountDownLatch fetching = new CountDownLatch(1);
		CountDownLatch answer = new CountDownLatch(1);
		this.onFetch = () -> {
			fetching.countDown();
			await(answer);
		};
		pass(Duration.ofMinutes(56));
		header();
		fetching.await();
		assertThat(this.tokens.renew("Bearer t1", Deadline.in(Duration.ZERO))).isFalse();
		answer.countDown();
		assertThat(renew("Bearer t1")).isTrue();
		assertThat(header()).isEqualTo("Bearer t2");
		assertThat(this.fetches).hasValue(2);
	}

	@Test
	void freshTokenThatIsRefusedIsNotReplacedWithinASecond() {
		header();
		assertThat(renew("Bearer t1")).isFalse();
		assertRefused();
		pass(Duration.ofMillis(999));
		assertRefused();
		assertThat(this.fetches).hasValue(1);
		pass(Duration.ofMillis(1));
		assertThat(header()).isEqualTo("Bearer t2");
	}

	@Test
	void failureIsNotRepeatedUntilAPauseThatDoubles() {
		this.onFetch = AccessTokensTests::refuse;
		assertRefused();
		int[] pauses = { 1, 2, 4, 8, 16, 30, 30 };
		for (int i = 0; i < pauses.length; i++) {
			pass(Duration.ofSeconds(pauses[i]).minusNanos(1));
			assertRefused();
			assertThat(renew("Bearer x")).isFalse();
			assertThat(this.fetches).hasValue(i + 1);
			pass(Duration.ofNanos(1));
			assertRefused();
			assertThat(this.fetches).hasValue(i + 2);
		}
		assertThat(refreshes("failed")).isEqualTo(pauses.length + 1);
		this.onFetch = () -> {
		};
		pass(Duration.ofSeconds(30));
		assertThat(header()).startsWith("Bearer");
		assertThat(refreshes("ok")).isOne();
	}

	@Test
	void manyRequestsOfAFailingEndpointMakeOneFetch() {
		this.onFetch = AccessTokensTests::refuse;
		for (int i = 0; i < 100; i++) {
			assertRefused();
		}
		assertThat(this.fetches).hasValue(1);
	}

	@Test
	void validTokenIsUsedWhileItsRenewalFails() {
		header();
		this.onFetch = AccessTokensTests::refuse;
		pass(Duration.ofMinutes(56));
		assertThat(header()).isEqualTo("Bearer t1");
		pass(Duration.ofMinutes(4));
		assertRefused();
	}

	@Test
	void requestWithLittleTimeDoesNotSpoilTheFetchForOthers() throws Exception {
		CountDownLatch answer = new CountDownLatch(1);
		this.onFetch = () -> await(answer);
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> this.tokens.header(Deadline.in(Duration.ofMillis(20))))
			.matches((ex) -> ex.errorClass() == ErrorClass.UNAVAILABLE);
		CompletableFuture<String> other = CompletableFuture.supplyAsync(this::header);
		answer.countDown();
		assertThat(other.get()).isEqualTo("Bearer t1");
		assertThat(this.fetches).hasValue(1);
	}

	@Test
	void unexpectedFailureIsUnavailability() {
		this.onFetch = () -> {
			throw new IllegalStateException("secret");
		};
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this::header)
			.withMessageNotContaining("secret");
		this.onFetch = () -> {
			throw new StackOverflowError();
		};
		pass(Duration.ofSeconds(1));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this::header);
		this.onFetch = () -> {
		};
		pass(Duration.ofSeconds(2));
		assertThat(header()).isEqualTo("Bearer t3");
	}

	@Test
	void interruptedRequestStaysInterrupted() {
		this.onFetch = () -> await(new CountDownLatch(1));
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this::header);
		assertThat(Thread.interrupted()).isTrue();
	}

	private String header() {
		return this.tokens.header(StubbedApi.soon());
	}

	private boolean renew(String refused) {
		return this.tokens.renew(refused, StubbedApi.soon());
	}

	private void assertRefused() {
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(this::header)
			.matches((ex) -> ex.errorClass() == ErrorClass.CREDENTIALS);
	}

	private double refreshes(String outcome) {
		return this.meters.get("frontline.crm.token.refreshes").tag("outcome", outcome).counter().count();
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

	private static void refuse() {
		throw new CrmErrorException(ErrorClass.CREDENTIALS, "refused");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
