package io.frontlineservice.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The remaining time of a deadline. */
class DeadlineTests {

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, -1, Long.MAX_VALUE - 1, Long.MIN_VALUE })
	void remainingTimeCountsDownToZeroFromAnyClockValue(long start) {
		AtomicLong clock = new AtomicLong(start);
		Deadline deadline = Deadline.in(Duration.ofSeconds(4), clock::get);
		assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(4));
		assertThat(deadline.hasPassed()).isFalse();
		clock.addAndGet(Duration.ofSeconds(4).toNanos() - 1);
		assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));
		assertThat(deadline.hasPassed()).isFalse();
		clock.addAndGet(1);
		assertThat(deadline.remaining()).isZero();
		assertThat(deadline.hasPassed()).isTrue();
		clock.addAndGet(Duration.ofHours(1).toNanos());
		assertThat(deadline.remaining()).isZero();
		assertThat(deadline.hasPassed()).isTrue();
	}

	@Test
	void zeroBudgetIsPassedDeadline() {
		assertThat(Deadline.in(Duration.ZERO).hasPassed()).isTrue();
		assertThat(Deadline.in(Duration.ZERO).remaining()).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, Long.MAX_VALUE - 1 })
	void partOfDeadlineDoesNotEndLater(long start) {
		AtomicLong clock = new AtomicLong(start);
		Deadline deadline = Deadline.in(Duration.ofSeconds(4), clock::get);
		assertThat(deadline.within(Duration.ofSeconds(1)).remaining()).isEqualTo(Duration.ofSeconds(1));
		assertThat(deadline.within(Duration.ofSeconds(9)).remaining()).isEqualTo(Duration.ofSeconds(4));
		clock.addAndGet(Duration.ofSeconds(5).toNanos());
		assertThat(deadline.within(Duration.ofSeconds(1)).hasPassed()).isTrue();
	}

	@Test
	void systemClockIsDefault() {
		Deadline deadline = Deadline.in(Duration.ofHours(1));
		assertThat(deadline.hasPassed()).isFalse();
		assertThat(deadline.remaining()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
	}

	@Test
	void partOfBackgroundDeadlineIsInTheBackgroundToo() {
		Deadline deadline = Deadline.in(Duration.ofHours(1));
		assertThat(deadline.isBackground()).isFalse();
		assertThat(deadline.within(Duration.ofMinutes(1)).isBackground()).isFalse();
		Deadline background = deadline.inBackground();
		assertThat(background.isBackground()).isTrue();
		assertThat(background.within(Duration.ofMinutes(1)).isBackground()).isTrue();
		assertThat(background.within(Duration.ofHours(2)).isBackground()).isTrue();
		assertThat(background.remaining()).isBetween(Duration.ofMinutes(50), Duration.ofHours(1));
	}

	@Test
	void ownWaitsOfAllPartsAreAdded() {
		Deadline deadline = Deadline.in(Duration.ofHours(1));
		assertThat(deadline.ownWaits()).isZero();
		deadline.within(Duration.ofMinutes(1)).noteOwnWait(Duration.ofSeconds(2));
		deadline.noteOwnWait(Duration.ofSeconds(1));
		assertThat(deadline.ownWaits()).isEqualTo(Duration.ofSeconds(3));
		assertThat(deadline.inBackground().ownWaits()).isEqualTo(Duration.ofSeconds(3));
		assertThat(Deadline.in(Duration.ofHours(1)).ownWaits()).isZero();
	}

}
