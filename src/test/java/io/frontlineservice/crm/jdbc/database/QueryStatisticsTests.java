package io.frontlineservice.crm.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Operators see how long queries take. */
@ExtendWith(OutputCaptureExtension.class)
class QueryStatisticsTests {

	private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final QueryStatistics statistics = new QueryStatistics(this.meters, this.nanos::get);

	@Test
	void queriesAreTimedByNameAndOutcome() {
		run("list", Duration.ofMillis(20), true);
		run("list", Duration.ofMillis(30), false);
		run("by-id", Duration.ofMillis(40), true);
		assertThat(millis("list", "ok")).isEqualTo(20);
		assertThat(millis("list", "failed")).isEqualTo(30);
		assertThat(millis("by-id", "ok")).isEqualTo(40);
	}

	@Test
	void slowQueryIsLoggedOnceAMinute(CapturedOutput output) {
		run("search", QueryStatistics.SLOW.minusMillis(1), true);
		assertThat(output).doesNotContain("search");
		run("search", Duration.ofMillis(1234), true);
		run("search", Duration.ofMillis(1235), true);
		run("list", Duration.ofMillis(1236), false);
		assertThat(output).contains("query search of the database of the customers took 1234 ms",
				"query list of the database of the customers failed after 1236 ms");
		assertThat(output).doesNotContain("1235");
		run("search", QueryStatistics.BETWEEN_LINES, true);
		assertThat(output).contains("took 60000 ms");
	}

	private void run(String name, Duration duration, boolean succeeds) {
		QueryStatistics.Run run = this.statistics.start(name);
		this.nanos.addAndGet(duration.toNanos());
		if (succeeds) {
			run.succeeded();
		}
		run.ended();
	}

	private double millis(String query, String outcome) {
		return this.meters.get("frontline.crm.queries")
			.tags("query", query, "outcome", outcome)
			.timer()
			.totalTime(TimeUnit.MILLISECONDS);
	}

}
