package io.frontlineservice.conversation.routing;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which status is kept, and for how long. */
class WorkerStatusCacheTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final WorkerStatusCache statuses = new WorkerStatusCache();

	@Test
	void lastTenThousandIdentitiesAreKept() {
		for (int i = 0; i <= 10_000; i++) {
			this.statuses.recordStatus(identity("worker" + i), WorkerStatus.AVAILABLE, NOW);
		}
		assertThat(this.statuses.recentStatus(identity("worker0"), NOW)).isNull();
		assertThat(this.statuses.recentStatus(identity("worker1"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
		assertThat(this.statuses.recentStatus(identity("worker10000"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void ongoingOutageIsNotEvicted() {
		this.statuses.recordFailure(identity("ada"), NOW);
		for (int i = 0; i < 9_999; i++) {
			this.statuses.recordFailure(identity("worker" + i), NOW);
		}
		this.statuses.recordFailure(identity("ada"), NOW.plusSeconds(20));
		this.statuses.recordFailure(identity("one-more"), NOW.plusSeconds(20));
		assertThat(this.statuses.hasFailedSince(identity("ada"), NOW)).isTrue();
	}

	@Test
	void statusIsAsOldAsTheStartOfTheCall() {
		this.statuses.recordStatus(identity("ada"), WorkerStatus.AVAILABLE, NOW.minusSeconds(5));
		assertThat(this.statuses.recentStatus(identity("ada"), NOW)).isNull();
		this.statuses.recordStatus(identity("ada"), WorkerStatus.AVAILABLE, NOW.minusMillis(4_999));
		assertThat(this.statuses.recentStatus(identity("ada"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void statusExpiresAfterTheClockIsSetBack() {
		this.statuses.recordStatus(identity("ada"), WorkerStatus.AVAILABLE, NOW);
		assertThat(this.statuses.recentStatus(identity("ada"), NOW.minusSeconds(3600))).isNull();
	}

	@Test
	void firstFailureStartsTheOutage() {
		this.statuses.recordFailure(identity("ada"), NOW);
		assertThat(this.statuses.hasFailedSince(identity("ada"), NOW.minusSeconds(1))).isFalse();
		assertThat(this.statuses.hasFailedSince(identity("ada"), NOW)).isTrue();
		assertThat(this.statuses.hasFailedSince(identity("ben"), NOW)).isFalse();
	}

}
