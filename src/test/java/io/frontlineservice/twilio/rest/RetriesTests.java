package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The number of retries, and the pauses between them. */
class RetriesTests {

	private final List<Duration> pauses = new ArrayList<>();

	private final Retries retries = new Retries(3, Duration.ofSeconds(60), this.pauses::add);

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void callThatSucceedsIsMadeOnce() {
		assertThat(this.retries.of(this.calls::incrementAndGet)).isEqualTo(1);
		assertThat(this.pauses).isEmpty();
	}

	@Test
	void pausesDoubleAndRetriesAreLimited() {
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> failing(null));
		assertThat(this.calls).hasValue(4);
		assertThat(this.pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@Test
	void pauseIsNotShorterThanTwilioAsksFor() {
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> failing(Duration.ofMillis(1500)));
		assertThat(this.pauses).containsExactly(Duration.ofMillis(1500), Duration.ofMillis(1500),
				Duration.ofSeconds(2));
	}

	@Test
	void callIsNotRetriedWhenTwilioAsksForALongPause() {
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> failing(Duration.ofSeconds(61)));
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void refusedCredentialsAreNotRetried() {
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> this.retries.of(() -> {
			this.calls.incrementAndGet();
			throw TwilioUnavailableException.untilFixed("refused", Duration.ofSeconds(1));
		}));
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void interruptEndsThePauseAndIsNotRetried() {
		Retries interrupted = new Retries(3, Duration.ofSeconds(60), (pause) -> {
			throw new InterruptedException();
		});
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> interrupted.of(() -> {
			this.calls.incrementAndGet();
			throw new TwilioUnavailableException("down", null);
		}));
		assertThat(this.calls).hasValue(1);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	@Timeout(20)
	void stoppingServiceEndsThePauseAtOnceAndDoesNotRetry() {
		CountDownLatch stop = new CountDownLatch(1);
		Retries stopped = Retries.production(stop);
		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(() -> stopped.of(() -> {
			this.calls.incrementAndGet();
			stop.countDown();
			throw new TwilioUnavailableException("down", Duration.ofSeconds(60));
		}));
		assertThat(this.calls).hasValue(1);
		assertThat(Thread.interrupted()).isFalse();
	}

	private void failing(@Nullable Duration after) {
		this.retries.of(() -> {
			this.calls.incrementAndGet();
			throw new TwilioUnavailableException("down", after);
		});
	}

}
