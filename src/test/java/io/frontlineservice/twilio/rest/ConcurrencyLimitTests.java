package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.twilio.rest.ConcurrencyLimit.Ending;
import io.frontlineservice.twilio.rest.ConcurrencyLimit.Turn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many calls may go at once. */
@Timeout(20)
class ConcurrencyLimitTests {

	private final ConcurrencyLimit turns = new ConcurrencyLimit(10, Duration.ZERO);

	@Test
	void tooManyCallsHalveTheLimitDownToOne() {
		assertThat(Stream.generate(this::cut).limit(6).toList()).containsExactly(5, 2, 1, 1, 1, 1);
	}

	@Test
	void callsRefusedTogetherHalveTheLimitOnce() {
		List<Turn> turns = Stream.generate(this.turns::take).limit(10).toList();

		turns.forEach((turn) -> turn.end(Ending.TOO_MANY));

		assertThat(this.turns.limit()).isEqualTo(5);
	}

	@Test
	void limitGrowsByOneOnceAsManyCallsWentWell() {
		cut();
		well(4);
		assertThat(this.turns.limit()).isEqualTo(5);
		well(1);
		assertThat(this.turns.limit()).isEqualTo(6);
		well(5);
		assertThat(this.turns.limit()).isEqualTo(6);
		well(1);
		assertThat(this.turns.limit()).isEqualTo(7);
	}

	@Test
	void limitDoesNotGrowBeyondTheFirst() {
		well(100);

		assertThat(this.turns.limit()).isEqualTo(10);
	}

	@Test
	void failuresThatHaveNothingToDoWithItLeaveTheLimit() {
		for (int i = 0; i < 100; i++) {
			this.turns.take().end(Ending.OTHERWISE);
		}
		assertThat(this.turns.limit()).isEqualTo(10);
	}

	@Test
	void cutLimitHoldsForCallsThatAreUnderWayToo() {
		List<Turn> turns = Stream.generate(this.turns::take).limit(10).toList();
		turns.get(0).end(Ending.TOO_MANY);
		for (int i = 1; i <= 4; i++) {
			turns.get(i).end(Ending.OTHERWISE);
			assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(this.turns::take);
		}
		turns.get(5).end(Ending.OTHERWISE);

		assertThat(this.turns.take()).isNotNull();
	}

	@Test
	void whoeverWaitsGetsTheTurnThatComesFree() throws Exception {
		ConcurrencyLimit one = new ConcurrencyLimit(1, Duration.ofSeconds(15));
		Turn first = one.take();
		CompletableFuture<Turn> second = CompletableFuture.supplyAsync(one::take);
		CompletableFuture<Turn> third = CompletableFuture.supplyAsync(one::take);

		first.end(Ending.WELL);
		CompletableFuture.anyOf(second, third).get(10, TimeUnit.SECONDS);
		assertThat(second.isDone() && third.isDone()).isFalse();
		(second.isDone() ? second : third).join().end(Ending.OTHERWISE);
		CompletableFuture.allOf(second, third).get(10, TimeUnit.SECONDS);
	}

	@Test
	void interruptedWaitEnds() {
		ConcurrencyLimit one = new ConcurrencyLimit(1, Duration.ofSeconds(15));
		assertThat(one.take()).isNotNull();
		Thread.currentThread().interrupt();

		assertThatExceptionOfType(TwilioUnavailableException.class).isThrownBy(one::take);
		assertThat(Thread.interrupted()).isTrue();
	}

	private int cut() {
		this.turns.take().end(Ending.TOO_MANY);
		return this.turns.limit();
	}

	private void well(int times) {
		for (int i = 0; i < times; i++) {
			this.turns.take().end(Ending.WELL);
		}
	}

}
