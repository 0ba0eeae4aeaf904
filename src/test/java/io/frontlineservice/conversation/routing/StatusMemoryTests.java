package io.frontlineservice.conversation.routing;

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
			this.memory.answered("worker" + i, WorkerStatus.AVAILABLE, NOW);
		}
		assertThat(this.memory.recent("worker0", NOW)).isNull();
		assertThat(this.memory.recent("worker1", NOW)).isEqualTo(WorkerStatus.AVAILABLE);
		assertThat(this.memory.recent("worker10000", NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void aSilenceThatGoesOnIsNotForgottenForOthers() {
		this.memory.unanswered("ada", NOW);
		for (int i = 0; i < 9_999; i++) {
			this.memory.unanswered("worker" + i, NOW);
		}
		this.memory.unanswered("ada", NOW.plusSeconds(20));
		this.memory.unanswered("one-more", NOW.plusSeconds(20));
		assertThat(this.memory.isSilentSince("ada", NOW)).isTrue();
	}

	@Test
	void anAnswerCountsFromWhenItWasAskedFor() {
		this.memory.answered("ada", WorkerStatus.AVAILABLE, NOW.minusSeconds(5));
		assertThat(this.memory.recent("ada", NOW)).isNull();
		this.memory.answered("ada", WorkerStatus.AVAILABLE, NOW.minusMillis(4_999));
		assertThat(this.memory.recent("ada", NOW)).isEqualTo(WorkerStatus.AVAILABLE);
	}

	@Test
	void aClockThatIsPutBackKeepsNoAnswerForLonger() {
		this.memory.answered("ada", WorkerStatus.AVAILABLE, NOW);
		assertThat(this.memory.recent("ada", NOW.minusSeconds(3600))).isNull();
	}

	@Test
	void theOneFailureOfASilenceIsItsBeginning() {
		this.memory.unanswered("ada", NOW);
		assertThat(this.memory.isSilentSince("ada", NOW.minusSeconds(1))).isFalse();
		assertThat(this.memory.isSilentSince("ada", NOW)).isTrue();
		assertThat(this.memory.isSilentSince("ben", NOW)).isFalse();
	}

}
