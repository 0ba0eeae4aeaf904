package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;

/** A call of the store has a timeout. */
class StoreCallsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final StoreCalls calls = new StoreCalls();

	private final CountDownLatch hung = new CountDownLatch(1);

	private final ExecutorService callers = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.hung.countDown();
		this.calls.close();
		this.callers.shutdown();
	}

	@Test
	void callerGetsResultOrError() {
		assertThat(this.calls.<String>within(LONG, () -> "answer")).isEqualTo("answer");
		IllegalStateException error = new IllegalStateException();
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> this.calls.within(LONG, () -> {
			throw error;
		})).isSameAs(error);
		assertThatExceptionOfType(DataAccessResourceFailureException.class)
			.isThrownBy(() -> this.calls.within(LONG, () -> {
				throw new IOException("a secret");
			}))
			.withMessageNotContaining("secret");
	}

	@Test
	void hangingCallTimesOut() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.calls.within(Duration.ofMillis(50), this::hang));
	}

	@Test
	void noTimeLeftMeansNoResult() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.calls.within(Duration.ZERO, this::hang));
	}

	@Test
	void callersFailSoonWhileAllSlotsAreTaken() {
		IntStream.range(0, 16).forEach((i) -> {
			Future<?> unused = this.callers.submit(() -> this.calls.within(LONG, this::hang));
		});
		await().until(() -> this.calls.waiting() == 16);
		long start = System.nanoTime();
		assertThatExceptionOfType(TransientDataAccessResourceException.class)
			.isThrownBy(() -> this.calls.within(LONG, () -> "answer"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		this.hung.countDown();
		assertThat(this.calls.<String>within(LONG, () -> "answer")).isEqualTo("answer");
	}

	@Test
	void abandonedCallKeepsItsSlotUntilItEnds() {
		assertThatExceptionOfType(QueryTimeoutException.class)
			.isThrownBy(() -> this.calls.within(Duration.ofMillis(50), this::hang));
		assertThat(this.calls.waiting()).isEqualTo(1);
		this.hung.countDown();
		await().until(() -> this.calls.waiting() == 0);
	}

	private boolean hang() throws InterruptedException {
		this.hung.await();
		return true;
	}

}
