package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.twilio.rest.ConcurrencyLimit.CallResult;
import io.frontlineservice.twilio.rest.ConcurrencyLimit.Permit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit of concurrent calls. */
@Timeout(20)
class ConcurrencyLimitTests {

	private final ConcurrencyLimit limit = new ConcurrencyLimit(10, Duration.ZERO);

	@Test
	void tooManyCallsHalveTheLimitDownToOne() {
		assertThat(Stream.generate(this::cut).limit(6).toList()).containsExactly(5, 2, 1, 1, 1, 1);
	}

	@Test
	void callsRefusedTogetherHalveTheLimitOnce() {
		List<Permit> permits = Stream.generate(this.limit::acquire).limit(10).toList();

		permits.forEach((permit) -> permit.release(CallResult.TOO_MANY));

		assertThat(this.limit.current()).isEqualTo(5);
	}

	@Test
	void limitGrowsByOneAfterAsManySuccessfulCalls() {
		cut();
		well(4);
		assertThat(this.limit.current()).isEqualTo(5);
		well(1);
		assertThat(this.limit.current()).isEqualTo(6);
		well(5);
		assertThat(this.limit.current()).isEqualTo(6);
		well(1);
		assertThat(this.limit.current()).isEqualTo(7);
	}

	@Test
	void limitDoesNotExceedTheMaximum() {
		well(100);

		assertThat(this.limit.current()).isEqualTo(10);
	}

	@Test
	void otherFailuresDoNotChangeTheLimit() {
		for (int i = 0; i < 100; i++) {
			this.limit.acquire().release(CallResult.OTHER);
		}
		assertThat(this.limit.current()).isEqualTo(10);
	}

	@Test
	void reducedLimitCountsCallsInProgress() {
		List<Permit> permits = Stream.generate(this.limit::acquire).limit(10).toList();
		permits.get(0).release(CallResult.TOO_MANY);
		for (int i = 1; i <= 4; i++) {
			permits.get(i).release(CallResult.OTHER);
			assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(this.limit::acquire);
		}
		permits.get(5).release(CallResult.OTHER);

		assertThat(this.limit.acquire()).isNotNull();
	}

	@Test
	void waitingCallGetsTheReleasedPermit() throws Exception {
		ConcurrencyLimit one = new ConcurrencyLimit(1, Duration.ofSeconds(15));
		Permit first = one.acquire();
		CompletableFuture<Permit> second = CompletableFuture.supplyAsync(one::acquire);
		CompletableFuture<Permit> third = CompletableFuture.supplyAsync(one::acquire);

		first.release(CallResult.SUCCESS);
		CompletableFuture.anyOf(second, third).get(10, TimeUnit.SECONDS);
		assertThat(second.isDone() && third.isDone()).isFalse();
		(second.isDone() ? second : third).join().release(CallResult.OTHER);
		CompletableFuture.allOf(second, third).get(10, TimeUnit.SECONDS);
	}

	@Test
	void interruptedWaitEnds() {
		ConcurrencyLimit one = new ConcurrencyLimit(1, Duration.ofSeconds(15));
		assertThat(one.acquire()).isNotNull();
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(one::acquire);
		assertThat(Thread.interrupted()).isTrue();
	}

	private int cut() {
		this.limit.acquire().release(CallResult.TOO_MANY);
		return this.limit.current();
	}

	private void well(int times) {
		for (int i = 0; i < times; i++) {
			this.limit.acquire().release(CallResult.SUCCESS);
		}
	}

}
