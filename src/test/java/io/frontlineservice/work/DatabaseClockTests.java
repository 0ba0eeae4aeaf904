package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** The clock follows the time of the database, also while the database is down. */
class DatabaseClockTests {

	private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

	private final AtomicLong nanos = new AtomicLong(-7);

	private Instant database = NOON;

	private Duration answering = Duration.ZERO;

	private boolean down;

	@Test
	void timeAdvancesByCounterBetweenReadings() {
		Clock clock = clock();
		assertThat(clock.instant()).isEqualTo(NOON);
		pass(Duration.ofSeconds(5));
		assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
	}

	@Test
	void eachReadingSetsTime() {
		DatabaseClock clock = clock();
		this.database = NOON.minusSeconds(30);
		clock.read();
		assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(30));
	}

	@Test
	void readingIsTakenAsTimeInMiddleOfCall() {
		this.answering = Duration.ofMillis(800);
		assertThat(clock().instant()).isEqualTo(NOON.plusMillis(400));
	}

	@Test
	void slowAndFailedReadingsAreIgnored() {
		DatabaseClock clock = clock();
		this.database = NOON.plusSeconds(3600);
		this.answering = Duration.ofMillis(1001);
		clock.read();
		this.down = true;
		clock.read();
		assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1001));
	}

	private DatabaseClock clock() {
		return new DatabaseClock(this::ask, this.nanos::get, Clock.systemUTC());
	}

	private Instant ask() {
		if (this.down) {
			throw new QueryTimeoutException("down");
		}
		pass(this.answering);
		return this.database;
	}

	private void pass(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
