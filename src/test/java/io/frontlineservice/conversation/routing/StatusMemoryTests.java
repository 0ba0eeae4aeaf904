package io.frontlineservice.conversation.routing;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is remembered of workers, and what is forgotten. */
class StatusMemoryTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private final StatusMemory memory = new StatusMemory();

	@Test
	void theLastTenThousandAreKept() {
		for (int i = 0; i <= 10_000; i++) {
			this.memory.answered(identity("worker" + i), WorkerStatus.AVAILABLE, NOW);
		}
		assertThat(this.memory.recent(identity("worker0"), NOW)).isNull();
		assertThat(this.memory.recent(identity("worker1"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
		assertThat(this.memory.recent(identity("worker10000"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void aSilenceThatGoesOnIsNotForgottenForOthers() {
		this.memory.unanswered(identity("ada"), NOW);
		for (int i = 0; i < 9_999; i++) {
			this.memory.unanswered(identity("worker" + i), NOW);
		}
		this.memory.unanswered(identity("ada"), NOW.plusSeconds(20));
		this.memory.unanswered(identity("one-more"), NOW.plusSeconds(20));
		assertThat(this.memory.isSilentSince(identity("ada"), NOW)).isTrue();
	}

	@Test
	void anAnswerCountsFromWhenItWasAskedFor() {
		this.memory.answered(identity("ada"), WorkerStatus.AVAILABLE, NOW.minusSeconds(5));
		assertThat(this.memory.recent(identity("ada"), NOW)).isNull();
		this.memory.answered(identity("ada"), WorkerStatus.AVAILABLE, NOW.minusMillis(4_999));
		assertThat(this.memory.recent(identity("ada"), NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void aClockThatIsPutBackKeepsNoAnswerForLonger() {
		this.memory.answered(identity("ada"), WorkerStatus.AVAILABLE, NOW);
		assertThat(this.memory.recent(identity("ada"), NOW.minusSeconds(3600))).isNull();
	}

	@Test
	void theOneFailureOfASilenceIsItsBeginning() {
		this.memory.unanswered(identity("ada"), NOW);
		assertThat(this.memory.isSilentSince(identity("ada"), NOW.minusSeconds(1))).isFalse();
		assertThat(this.memory.isSilentSince(identity("ada"), NOW)).isTrue();
		assertThat(this.memory.isSilentSince(identity("ben"), NOW)).isFalse();
	}

}
