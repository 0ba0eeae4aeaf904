package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** A call of the store has a timeout. */
class StoreCallsTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final AtomicBoolean restarting = new AtomicBoolean();

	private final StoreCalls calls = new StoreCalls(this.restarting::get);

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
	void callersWaitForSlotWhileServerRestarts() throws Exception {
		IntStream.range(0, 16).forEach((i) -> {
			Future<?> unused = this.callers.submit(() -> this.calls.within(LONG, this::hang));
		});
		await().until(() -> this.calls.waiting() == 16);
		this.restarting.set(true);
		Future<String> waiting = this.callers.submit(() -> this.calls.within(LONG, () -> "answer"));
		assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> waiting.get(1200, TimeUnit.MILLISECONDS));
		this.hung.countDown();
		assertThat(waiting.get()).isEqualTo("answer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "08003", "08006", "57P01", "57P02", "57P03" })
	void callIsMadeAgainIfItsConnectionIsLost(String state) {
		Queue<Exception> failures = new ArrayDeque<>(List.of(failure(state), failure(state)));
		assertThat(this.calls.<String>within(LONG, () -> answer(failures))).isEqualTo("answer");
		assertThat(failures).isEmpty();
	}

	/** The pool has no code for a connection that it has closed after a failure. */
	@Test
	void callIsMadeAgainIfThePoolHasClosedItsConnection() {
		TransactionSystemException failure = new TransactionSystemException("",
				new SQLException("Connection is closed"));
		failure.initApplicationException(
				new DataAccessResourceFailureException("", new SQLException("Connection is closed")));
		Queue<Exception> failures = new ArrayDeque<>(List.of(failure));
		assertThat(this.calls.<String>within(LONG, () -> answer(failures))).isEqualTo("answer");
	}

	@Test
	void otherFailuresAreThrownAtOnce() {
		RuntimeException constraint = failure("23505");
		RuntimeException slow = new DataAccessResourceFailureException("",
				new SQLException("", "08006", new SocketTimeoutException()));
		for (RuntimeException failure : List.of(constraint, slow, poolTimeout())) {
			Queue<Exception> failures = new ArrayDeque<>(List.of(failure, failure));
			assertThatException().isThrownBy(() -> this.calls.within(LONG, () -> answer(failures))).isSameAs(failure);
			assertThat(failures).hasSize(1);
		}
	}

	@Test
	void callIsMadeAgainIfItLosesADeadlock() {
		AtomicInteger times = new AtomicInteger();
		assertThat(this.calls.<String>within(LONG, () -> {
			if (times.incrementAndGet() < 3) {
				throw new CannotAcquireLockException("deadlock detected");
			}
			return "answer";
		})).isEqualTo("answer");
	}

	@Test
	void callWithoutConnectionIsMadeAgainWhileServerRestarts() {
		this.restarting.set(true);
		Queue<Exception> failures = new ArrayDeque<>(List.of(poolTimeout(), poolTimeout()));
		assertThat(this.calls.<String>within(LONG, () -> answer(failures))).isEqualTo("answer");
	}

	@Test
	void connectionThatStaysLostEndsAtTheDeadline() {
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.calls.within(Duration.ofMillis(200), () -> {
				throw failure("08006");
			}));
	}

	private static String answer(Queue<Exception> failures) throws Exception {
		Exception failure = failures.poll();
		if (failure != null) {
			throw failure;
		}
		return "answer";
	}

	private static RuntimeException failure(String state) {
		return new DataAccessResourceFailureException("", new SQLException("", state));
	}

	private static RuntimeException poolTimeout() {
		return new CannotCreateTransactionException("",
				new SQLTransientConnectionException("", "08001", new SQLException("", "08001")));
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
