package io.frontlineservice.crm.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may call when, by a virtual clock. */
class RateLimitsTests {

	private static final Duration CALLBACK = Duration.ofSeconds(4);

	/** In milliseconds, with one for the CRM's clock. */
	private static final long SEARCH_PERIOD = 1001;

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);

	/** How long each wait was, in milliseconds. */
	private final List<Long> waits = Collections.synchronizedList(new ArrayList<>());

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private Wait wait = this.nanos::addAndGet;

	private final RateLimits limits = new RateLimits(List.of(new RateLimit("search", 5, Duration.ofSeconds(1)),
			new RateLimit("general", 100, Duration.ofSeconds(10))), this.nanos::get, (nanos) -> {
				this.waits.add(Duration.ofNanos(nanos).toMillis());
				this.wait.of(nanos);
			}, this.meters);

	@Test
	void searchIsLimitedToFiveRequestsPerSecond() {
		for (int i = 0; i < 12; i++) {
			search();
		}
		assertThat(this.waits).containsExactly(SEARCH_PERIOD, SEARCH_PERIOD);
	}

	@Test
	void callsAfterARestAreNoMoreThanTheLimit() {
		search();
		pass(10_000);
		for (int i = 0; i < 5; i++) {
			search();
		}
		assertThat(this.waits).isEmpty();
		search();
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void callThatWouldWaitTooLongIsRefusedAtOnceAndTakesNothing() {
		List<Permit> waiting = IntStream.range(0, 15)
			.mapToObj((it) -> this.limits.reserve(List.of("search"), Deadline.in(CALLBACK)))
			.toList();
		for (int i = 0; i < 100; i++) {
			assertBusy(List.of("search", "general"), Deadline.in(CALLBACK));
		}
		assertThat(waiting).extracting(this::start)
			.containsExactly(0L, 0L, 0L, 0L, 0L, SEARCH_PERIOD, SEARCH_PERIOD, SEARCH_PERIOD, SEARCH_PERIOD,
					SEARCH_PERIOD, 2 * SEARCH_PERIOD, 2 * SEARCH_PERIOD, 2 * SEARCH_PERIOD, 2 * SEARCH_PERIOD,
					2 * SEARCH_PERIOD);
		assertThat(this.waits).isEmpty();
		assertThat(left("general")).isEqualTo(100);
		assertThat(this.meters.get("frontline.crm.rate.limit.refusals").tag("caller", "callback").counter().count())
			.isEqualTo(100);
	}

	@Test
	void callIsCountedUntilItsAnswer() {
		Permit slow = acquire();
		for (int i = 0; i < 4; i++) {
			search();
		}
		pass(300);
		this.limits.answered(slow);
		pass(SEARCH_PERIOD - 300);
		for (int i = 0; i < 4; i++) {
			search();
		}
		assertThat(this.waits).isEmpty();
		search();
		assertThat(this.waits).containsExactly(300L);
	}

	@Test
	void waitBecomesLongerIfTheAnswerIsLate() {
		List<Permit> running = IntStream.range(0, 5).mapToObj((it) -> acquire()).toList();
		this.wait = (nanos) -> {
			if (this.waits.size() == 1) {
				pass(400);
				running.forEach(this.limits::answered);
				this.nanos.addAndGet(nanos - Duration.ofMillis(400).toNanos());
			}
			else {
				this.nanos.addAndGet(nanos);
			}
		};
		search();
		assertThat(this.waits).containsExactly(SEARCH_PERIOD, 400L);
	}

	@Test
	void callWithoutAnswerIsCountedAfterHalfASecond() {
		for (int i = 0; i < 5; i++) {
			acquire();
		}
		pass(SEARCH_PERIOD + 100);
		search();
		assertThat(this.waits).containsExactly(400L);
	}

	@Test
	void callThatWouldWaitTooLongForLateAnswersIsRefusedAtOnce() {
		for (int i = 0; i < 20; i++) {
			Permit slow = acquire();
			pass(400);
			this.limits.answered(slow);
		}
		pass(10_000);
		List<Permit> waiting = IntStream.range(0, 10)
			.mapToObj((it) -> this.limits.reserve(List.of("search"), Deadline.in(CALLBACK)))
			.toList();
		assertThat(start(waiting.get(9))).isBetween(SEARCH_PERIOD + 300, SEARCH_PERIOD + 400);
		assertThat(start(this.limits.reserve(List.of("search"), Deadline.in(CALLBACK))))
			.isBetween(2 * SEARCH_PERIOD + 600, 2 * SEARCH_PERIOD + 800);
		assertBusy(List.of("search"), Deadline.in(CALLBACK.minusMillis(500)));
	}

	@Test
	void callThatGivesUpLeavesItsPlace() {
		for (int i = 0; i < 5; i++) {
			search();
		}
		List<Permit> waiting = IntStream.range(0, 6)
			.mapToObj((it) -> this.limits.reserve(List.of("search"), Deadline.in(CALLBACK)))
			.toList();
		assertThat(start(waiting.get(5))).isEqualTo(2 * SEARCH_PERIOD);
		this.limits.giveUp(waiting.get(0));
		assertThat(start(waiting.get(5))).isEqualTo(SEARCH_PERIOD);
		this.limits.giveUp(waiting.get(5));
		search();
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void callIsOnItsWayForHalfASecondAtMost() {
		for (int i = 0; i < 5; i++) {
			acquire();
		}
		pass(3000);
		search();
		assertThat(this.waits).isEmpty();
		for (int i = 0; i < 5; i++) {
			acquire();
		}
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void manyCallsThatGiveUpDoNotAddUp() {
		for (int i = 0; i < 5; i++) {
			search();
		}
		for (int i = 0; i < 100_000; i++) {
			this.limits.giveUp(this.limits.reserve(List.of("search"), Deadline.in(CALLBACK)));
		}
		search();
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void limitThatIsNamedTwiceCountsOnce() {
		for (int i = 0; i < 5; i++) {
			this.limits.answered(this.limits.acquire(List.of("search", "search"), Deadline.in(CALLBACK)));
		}
		assertThat(this.waits).isEmpty();
		pass(SEARCH_PERIOD);
		assertThat(left("search")).isEqualTo(5);
	}

	@Test
	void waitIsNotedInTheDeadline() {
		Deadline deadline = Deadline.in(CALLBACK);
		for (int i = 0; i < 6; i++) {
			this.limits.answered(this.limits.acquire(List.of("search"), deadline));
		}
		assertThat(deadline.ownWaits()).isEqualTo(Duration.ofMillis(SEARCH_PERIOD));
	}

	@Test
	void callsOfManyThreadsShareALimit() {
		List<CompletableFuture<Permit>> calls = IntStream.range(0, 15)
			.mapToObj((it) -> CompletableFuture
				.supplyAsync(() -> this.limits.reserve(List.of("search"), Deadline.in(CALLBACK))))
			.toList();
		List<Long> starts = calls.stream().map((call) -> start(call.join())).toList();
		for (long start : List.of(0L, SEARCH_PERIOD, 2 * SEARCH_PERIOD)) {
			assertThat(Collections.frequency(starts, start)).isEqualTo(5);
		}
	}

	@Test
	void waitLeavesTimeForTheCall() {
		for (int i = 0; i < 5; i++) {
			search();
		}
		assertBusy(List.of("search"), Deadline.in(Duration.ofMillis(SEARCH_PERIOD).plus(RateLimits.TIME_FOR_CALL)));
		this.limits.acquire(List.of("search"),
				Deadline.in(Duration.ofMillis(SEARCH_PERIOD + 100).plus(RateLimits.TIME_FOR_CALL)));
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void callThatNeedNotWaitIsMadeWithLittleTime() {
		this.limits.acquire(List.of("search"), Deadline.in(Duration.ofMillis(100)));
		assertThat(this.waits).isEmpty();
	}

	@Test
	void callOfTwoLimitsWaitsForTheLaterOne() {
		this.limits.remaining("general", 0);
		assertBusy(List.of("search", "general"), Deadline.in(CALLBACK));
		assertThat(left("search")).isEqualTo(5);
		pass(9000);
		this.limits.acquire(List.of("search", "general"), Deadline.in(CALLBACK));
		assertThat(this.waits).containsExactly(1010L);
	}

	@Test
	void callWithoutLimitDoesNotWait() {
		for (int i = 0; i < 1000; i++) {
			this.limits.acquire(List.of(), Deadline.in(CALLBACK));
		}
		assertThat(this.waits).isEmpty();
	}

	@Test
	void backgroundCallsLeaveAFifthToCallbacksAndNeverWait() {
		for (int i = 0; i < 80; i++) {
			this.limits.acquire(List.of("general"), background());
		}
		assertBusy(List.of("general"), background());
		for (int i = 0; i < 20; i++) {
			this.limits.acquire(List.of("general"), Deadline.in(CALLBACK));
		}
		assertBusy(List.of("general"), background());
		assertThat(this.waits).isEmpty();
		assertThat(this.meters.get("frontline.crm.rate.limit.refusals").tag("caller", "background").counter().count())
			.isEqualTo(2);
	}

	@Test
	void backgroundCallsOfALimitOfOneCallAreMade() {
		RateLimits one = new RateLimits(List.of(new RateLimit("one", 1, Duration.ofSeconds(1))), this.nanos::get,
				this.wait, this.meters);
		one.acquire(List.of("one"), background());
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> one.acquire(List.of("one"), background()));
	}

	@Test
	void crmLowersWhatIsLeftAndDoesNotRaiseIt() {
		this.limits.remaining("search", 2);
		assertThat(left("search")).isEqualTo(2);
		this.limits.remaining("search", 5);
		assertThat(left("search")).isEqualTo(2);
		this.limits.remaining("search", -1);
		assertThat(left("search")).isZero();
		pass(SEARCH_PERIOD);
		assertThat(left("search")).isEqualTo(5);
	}

	@Test
	void pauseOfALimitConcernsThatLimitOnly() {
		this.limits.pause("search", Duration.ofSeconds(60));
		this.limits.pause("search", Duration.ofSeconds(10));
		assertThat(left("search")).isZero();
		assertBusy(List.of("general", "search"), Deadline.in(CALLBACK));
		this.limits.acquire(List.of("general"), Deadline.in(CALLBACK));
		pass(58_000);
		search();
		assertThat(this.waits).containsExactly(2000L);
	}

	@Test
	void pauseOfTheApiConcernsEachCall() {
		this.limits.pause(Duration.ofSeconds(60));
		this.limits.pause(Duration.ofSeconds(10));
		assertBusy(List.of("search"), Deadline.in(CALLBACK));
		assertBusy(List.of(), Deadline.in(CALLBACK));
		assertBusy(List.of(), background());
		pass(60_000);
		search();
		assertThat(this.waits).isEmpty();
	}

	@Test
	void callThatWaitsHeedsAPauseThatBeginsMeanwhile() {
		for (int i = 0; i < 5; i++) {
			search();
		}
		this.wait = (nanos) -> {
			this.nanos.addAndGet(nanos);
			this.limits.pause("search", Duration.ofSeconds(60));
		};
		assertBusy(List.of("search"), Deadline.in(CALLBACK));
		assertThat(this.waits).containsExactly(SEARCH_PERIOD);
	}

	@Test
	void lastFifthOfAQuotaIsLeftToCallbacks() {
		this.limits.quota("daily", 201, 1000);
		this.limits.acquire(List.of(), background());
		this.limits.quota("daily", 200, 1000);
		assertBusy(List.of(), background());
		assertThat(left("daily")).isEqualTo(200);
		this.limits.quota("daily", 0, 1000);
		search();
		pass(Duration.ofMinutes(15).toMillis());
		this.limits.acquire(List.of(), background());
	}

	@Test
	void interruptedWaitEndsAtOnce() {
		for (int i = 0; i < 5; i++) {
			search();
		}
		this.wait = (nanos) -> {
			throw new InterruptedException();
		};
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(this::search)
			.isNotInstanceOf(CrmBusyException.class);
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void unknownLimitIsAMistake() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.limits.acquire(List.of("searches"), Deadline.in(CALLBACK)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit("none", 0, Duration.ofSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> new RateLimit("none", 1, Duration.ZERO));
	}

	/** A call that is answered at once. */
	private void search() {
		this.limits.answered(acquire());
	}

	private Permit acquire() {
		return this.limits.acquire(List.of("search"), Deadline.in(CALLBACK));
	}

	/** Returns the milliseconds to wait. */
	private long start(Permit permit) {
		return Duration.ofNanos(this.limits.start(permit)).toMillis();
	}

	private void pass(long millis) {
		this.nanos.addAndGet(Duration.ofMillis(millis).toNanos());
	}

	private double left(String limit) {
		return this.meters.get("frontline.crm.rate.limit.remaining").tag("limit", limit).gauge().value();
	}

	private void assertBusy(List<String> names, Deadline deadline) {
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> this.limits.acquire(names, deadline));
	}

	private static Deadline background() {
		return Deadline.in(Duration.ofMinutes(1)).inBackground();
	}

}
