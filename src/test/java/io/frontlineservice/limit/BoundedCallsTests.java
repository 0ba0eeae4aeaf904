package io.frontlineservice.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.limit.UnansweredCallException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedCallsTests {

	private static final Deadline LONG = Deadline.in(Duration.ofSeconds(30));

	private static final Deadline PASSED = Deadline.in(Duration.ZERO);

	private final BoundedCalls calls = new BoundedCalls("test-call", 1);

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch interrupted = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.calls.close();
	}

	@Test
	void resultIsReturned() throws UnansweredCallException {
		assertThat(this.calls.call(() -> "result", LONG)).isEqualTo("result");
	}

	@Test
	void failedCallKeepsItsCause() {
		assertThatExceptionOfType(UnansweredCallException.class).isThrownBy(() -> this.calls.call(() -> {
			throw new IOException("refused");
		}, LONG)).withCauseInstanceOf(IOException.class).matches((ex) -> ex.reason() == Reason.FAILED);
	}

	@Test
	void lateCallIsInterrupted() throws InterruptedException {
		assertReason(Reason.LATE, () -> this.calls.call(hanging(), PASSED, this::awaitStart));
		assertThat(this.interrupted.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void lateCallIsCanceledByItsOwnMeans() {
		CountDownLatch canceled = new CountDownLatch(1);
		assertReason(Reason.LATE, () -> this.calls.call(hanging(), PASSED, canceled::countDown));
		assertThat(canceled.getCount()).isZero();
	}

	@Test
	void callBeyondTheLimitIsRefused() {
		CountDownLatch end = new CountDownLatch(1);
		assertReason(Reason.LATE, () -> this.calls.call(() -> {
			this.started.countDown();
			while (end.getCount() > 0) {
				Thread.onSpinWait();
			}
			return "";
		}, PASSED, this::awaitStart));
		assertReason(Reason.TOO_MANY, () -> this.calls.call(() -> "", LONG));
		end.countDown();
	}

	@Test
	void callThatHasEndedFreesItsPlaceAtOnce() {
		assertThatNoException().isThrownBy(() -> {
			for (int i = 0; i < 10_000; i++) {
				this.calls.call(() -> "", LONG);
			}
		});
	}

	@Test
	void callThatIsCanceledBeforeItStartsFreesItsPlace() {
		for (int i = 0; i < 1_000; i++) {
			assertThatExceptionOfType(UnansweredCallException.class)
				.isThrownBy(() -> this.calls.call(hanging(), PASSED));
		}
		await().ignoreExceptions().until(() -> this.calls.call(() -> "result", LONG), "result"::equals);
	}

	@Test
	void callWithoutThreadFreesItsPlace() throws UnansweredCallException {
		AtomicBoolean exhausted = new AtomicBoolean(true);
		BoundedCalls few = new BoundedCalls((task) -> {
			if (exhausted.get()) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			return new Thread(task);
		}, 1);
		assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> few.call(() -> "", LONG));
		exhausted.set(false);
		assertThat(few.call(() -> "result", LONG)).isEqualTo("result");
		few.close();
		assertReason(Reason.STOPPING, () -> few.call(() -> "", LONG));
	}

	@Test
	void interruptedCallerKeepsItsInterrupt() {
		Thread.currentThread().interrupt();
		assertReason(Reason.STOPPING, () -> this.calls.call(hanging(), LONG));
		assertThat(Thread.interrupted()).isTrue();
	}

	private Callable<String> hanging() {
		return () -> {
			this.started.countDown();
			try {
				new CountDownLatch(1).await();
				return "";
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				throw ex;
			}
		};
	}

	private void awaitStart() {
		try {
			this.started.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertReason(Reason reason, ThrowingCallable call) {
		assertThatExceptionOfType(UnansweredCallException.class).isThrownBy(call)
			.matches((ex) -> ex.reason() == reason);
	}

}
