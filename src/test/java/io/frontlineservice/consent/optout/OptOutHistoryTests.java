package io.frontlineservice.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opt-outs, opt-ins and blocks of a person add up to. */
class OptOutHistoryTests {

	@Test
	void latestKeywordDecides() {
		assertThat(current(stop(1))).isEqualTo("KEYWORD");
		assertThat(current(stop(1), start(2))).isEqualTo("none");
		assertThat(current(start(1), stop(2))).isEqualTo("KEYWORD");
		assertThat(current(stop(1), start(2), stop(3))).isEqualTo("KEYWORD");
		assertThat(current(start(1))).isEqualTo("none");
	}

	@Test
	void messageEndsBlockAndNoOptOut() {
		assertThat(current(event(1, OptOutSource.ERROR_63014, true))).isEqualTo("ERROR_63014");
		assertThat(current(event(1, OptOutSource.ERROR_63014, true), event(2, OptOutSource.WROTE_AGAIN, false)))
			.isEqualTo("none");
		assertThat(current(event(1, OptOutSource.WROTE_AGAIN, false), event(2, OptOutSource.ERROR_63014, true)))
			.isEqualTo("ERROR_63014");
		assertThat(
				current(stop(1), event(2, OptOutSource.ERROR_63014, true), event(3, OptOutSource.WROTE_AGAIN, false)))
			.isEqualTo("KEYWORD");
	}

	@Test
	void startEndsErrorOfTwilioAndEntryOfOperator() {
		assertThat(current(event(1, OptOutSource.ERROR_21610, true))).isEqualTo("ERROR_21610");
		assertThat(current(event(1, OptOutSource.ERROR_21610, true), start(2))).isEqualTo("none");
		assertThat(current(event(1, OptOutSource.OPERATOR, true), start(2))).isEqualTo("none");
		assertThat(current(stop(1), event(2, OptOutSource.OPERATOR, false))).isEqualTo("none");
	}

	@Test
	void blockEndsWhenPersonIsKnownToHaveWritten() {
		OptOutHistory history = OptOutHistory.of(List.of(event(5, OptOutSource.ERROR_63014, true)), null);

		assertThat(history.current(Instant.ofEpochSecond(6))).isEmpty();
		assertThat(history.current(Instant.ofEpochSecond(5))).isPresent();
		assertThat(history.current(null)).isPresent();
	}

	@Test
	void optOutForOtherSenderDoesNotCountIfScopeIsSender() {
		OptOutEvent first = new OptOutEvent("MB1", "a", null, "first", "sms", true, OptOutSource.KEYWORD, "STOP", "IM1",
				Instant.ofEpochSecond(1));

		assertThat(OptOutHistory.of(List.of(first), "first").current(null)).isPresent();
		assertThat(OptOutHistory.of(List.of(first), "second").current(null)).isEmpty();
		assertThat(OptOutHistory.of(List.of(first), null).current(null)).isPresent();
		assertThat(OptOutHistory.of(List.of(stop(1)), "second").current(null)).isPresent();
	}

	private static String current(OptOutEvent... events) {
		return OptOutHistory.of(List.of(events), null).current(null).map((it) -> it.how().name()).orElse("none");
	}

	private static OptOutEvent stop(int second) {
		return event(second, OptOutSource.KEYWORD, true);
	}

	private static OptOutEvent start(int second) {
		return event(second, OptOutSource.KEYWORD, false);
	}

	private static OptOutEvent event(int second, OptOutSource how, boolean optedOut) {
		return new OptOutEvent("MB1", "a", null, null, "sms", optedOut, how, null, "IM" + second,
				Instant.ofEpochSecond(second));
	}

}
