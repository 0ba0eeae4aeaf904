package io.frontlineservice.conversation.routing;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How long a status counts, and how long an unknown one is waited for. */
class WorkerAvailabilityTests {

	private static final WorkerIdentity ADA = WorkerIdentity.of("ada@example.com");

	private static final WorkerIdentity BEN = WorkerIdentity.of("ben@example.com");

	private static final Instant EVENING = Instant.parse("2026-01-31T18:00:00Z");

	/** The context of a conversation that has waited since the evening. */
	private static final RoutingContext OLD = context(EVENING);

	private final AtomicInteger calls = new AtomicInteger();

	private final FakeConversations twilio = new FakeConversations().onCall((call) -> called());

	private volatile Instant now = EVENING.plus(Duration.ofHours(8));

	private volatile RuntimeException failure;

	private final WorkerAvailability availability = new WorkerAvailability(this.twilio, () -> this.now);

	private void called() {
		this.calls.incrementAndGet();
		if (this.failure != null) {
			throw this.failure;
		}
	}

	@Test
	void singleFailureDoesNotMakeAWorkerAvailable() {
		this.twilio.worker(ADA.written(), WorkerStatus.DEACTIVATED);
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(29);
		assertUnavailable(ADA, OLD);
	}

	@Test
	void workerWithAnUnknownStatusForHalfAMinuteIsAvailable() {
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(30);
		assertThat(this.availability.isAvailable(ADA, OLD)).isTrue();
		assertThat(this.availability.chooseIfActive(ADA, "owner", OLD)).isEqualTo(new Choice(ADA, "owner"));
	}

	@Test
	void newConversationWaitsHalfAMinuteInALongerOutage() {
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(60);
		RoutingContext context = context(this.now);
		assertUnavailable(ADA, context);
		waitSeconds(30);
		assertThat(this.availability.isAvailable(ADA, context)).isTrue();
	}

	@Test
	void successfulCallEndsTheOutage() {
		this.twilio.worker(ADA.written(), WorkerStatus.UNAVAILABLE);
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(20);
		this.failure = null;
		assertThat(this.availability.isAvailable(ADA, OLD)).isFalse();
		waitSeconds(20);
		failFromNowOn();
		assertUnavailable(ADA, OLD);
	}

	@Test
	void outageIsCountedPerWorker() {
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(30);
		assertUnavailable(BEN, OLD);
		assertThat(this.availability.isAvailable(ADA, OLD)).isTrue();
	}

	@Test
	void failuresFarApartAreNotOneOutage() {
		failFromNowOn();
		assertUnavailable(ADA, OLD);
		waitSeconds(3600);
		assertUnavailable(ADA, OLD);
	}

	@Test
	void statusIsReadOnceInFiveSeconds() {
		this.twilio.worker(ADA.written(), WorkerStatus.AVAILABLE);
		for (int i = 0; i < 100; i++) {
			assertThat(this.availability.isAvailable(ADA, OLD)).isTrue();
		}
		assertThat(this.calls).hasValue(1);
		this.twilio.worker(ADA.written(), WorkerStatus.UNAVAILABLE);
		waitSeconds(5);
		assertThat(this.availability.isAvailable(ADA, OLD)).isFalse();
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void refusedIdentityIsLookedUpOnceInFiveSeconds() {
		this.failure = new TwilioRefusedException("Twilio refuses (20001)", 20001);
		assertThat(this.availability.isAvailable(ADA, OLD)).isFalse();
		assertThat(this.availability.isAvailable(ADA, OLD)).isFalse();
		assertThat(this.calls).hasValue(1);
	}

	@Test
	void statusOfASingleWorkerIsReadEveryTime() {
		this.twilio.worker(ADA.written(), WorkerStatus.AVAILABLE);
		assertThat(this.availability.isAvailable(ADA, OLD)).isTrue();
		this.twilio.worker(ADA.written(), WorkerStatus.DEACTIVATED);
		assertThat(this.availability.chooseIfActive(ADA, "owner", OLD)).isInstanceOf(Pass.class);
		assertThat(this.availability.isDeactivated(ADA)).isTrue();
		assertThat(this.calls).hasValue(3);
	}

	@Test
	void slowCallDoesNotBlockOtherWorkers() throws Exception {
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch answered = new CountDownLatch(1);
		this.twilio.worker(ADA.written(), WorkerStatus.AVAILABLE);
		this.twilio.worker(BEN.written(), WorkerStatus.AVAILABLE);
		this.twilio.onCall((call) -> {
			asked.countDown();
			await(answered);
		});
		// The common pool may have one thread.
		ExecutorService threads = Executors.newCachedThreadPool();
		Future<Boolean> slow = threads.submit(() -> this.availability.isAvailable(ADA, OLD));
		await(asked);
		this.twilio.onCall((call) -> {
		});
		Future<Boolean> quick = threads.submit(() -> this.availability.isAvailable(BEN, OLD));
		try {
			assertThat(quick.get(30, TimeUnit.SECONDS)).isTrue();
			assertThat(slow.isDone()).isFalse();
		}
		finally {
			answered.countDown();
			threads.shutdown();
		}
		assertThat(slow.get(30, TimeUnit.SECONDS)).isTrue();
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void failFromNowOn() {
		this.failure = new TwilioUnavailableException("Twilio failed (500)", null);
	}

	private void waitSeconds(int seconds) {
		this.now = this.now.plusSeconds(seconds);
	}

	private void assertUnavailable(WorkerIdentity worker, RoutingContext context) {
		assertThatExceptionOfType(TwilioUnavailableException.class)
			.isThrownBy(() -> this.availability.isAvailable(worker, context));
	}

	private static RoutingContext context(Instant askedAt) {
		return new RoutingContext(sid("CH1"), askedAt, List.of(), List.of(), Set.of());
	}

}
