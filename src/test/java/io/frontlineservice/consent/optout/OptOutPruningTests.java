package io.frontlineservice.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of a person who opts out and in again and again. */
class OptOutPruningTests {

	private static final HikariDataSource DATABASE = TestStore.migrated("jdbc:sqlite::memory:");

	private static final Instant STORED = Instant.parse("2026-05-01T00:00:00Z");

	private static final Instant LATER = STORED.plusSeconds(1);

	private final JdbcClient store = JdbcClient.create(DATABASE);

	private final OptOutLog log = new OptOutLog(this.store, TestStore.filters(this.store),
			Clock.fixed(STORED, ZoneOffset.UTC));

	private final OptOutPruning pruning = new OptOutPruning(this.store);

	@BeforeEach
	void clear() {
		this.store.sql("delete from opt_out_event").update();
	}

	@AfterAll
	static void close() {
		DATABASE.close();
	}

	@Test
	void firstFiveAndLastTwentyEventsOfAPersonStay() {
		List<OptOutEvent> events = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			events.add(add("anna", i, i % 2 == 0, OptOutSource.KEYWORD, "us"));
		}
		List<OptOutEvent> few = new ArrayList<>();
		for (int i = 0; i < 25; i++) {
			few.add(add("ben", i, i % 2 == 0, OptOutSource.KEYWORD, "us"));
		}
		this.pruning.removeMiddle(STORED);
		assertThat(this.log.of(List.of("anna"))).as("stored lately").hasSize(100);
		this.pruning.removeMiddle(LATER);
		List<OptOutEvent> kept = new ArrayList<>(events.subList(0, 5));
		kept.addAll(events.subList(80, 100));
		assertThat(this.log.of(List.of("anna"))).isEqualTo(kept);
		assertThat(this.log.of(List.of("ben"))).isEqualTo(few);
	}

	/** Each event is reported early or late, at random. */
	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void whatHoldsStaysTheSameForEachSenderAndWithEventsThatAreReportedLater(int seed) {
		Random random = new Random(seed);
		List<OptOutEvent> all = new ArrayList<>();
		List<OptOutEvent> late = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			OptOutEvent event = event(random, i, seed);
			all.add(event);
			if (random.nextInt(20) == 0) {
				late.add(event);
			}
			else {
				this.log.add(event);
			}
		}
		this.pruning.removeMiddle(LATER);
		late.forEach(this.log::add);
		List<OptOutEvent> kept = this.log.of(List.of("anna"));
		assertThat(kept).hasSizeLessThan(65);
		for (@Nullable
		String sender : new String[] { null, "us", "uk" }) {
			assertThat(OptOutHistory.of(kept, sender)).as("%s", sender).isEqualTo(OptOutHistory.of(all, sender));
		}
	}

	@Test
	void optOutForAllSendersStaysBesideLaterEventsWhoseSenderIsNotKnownYet() {
		for (int i = 0; i < 50; i++) {
			this.log.add((i != 10) ? keyword(i) : new OptOutEvent(null, "anna", null, null, "sms", true,
					OptOutSource.OPERATOR, null, null, Instant.ofEpochSecond(i)));
		}
		this.pruning.removeMiddle(LATER);
		this.store.sql("update opt_out_event set sender = 'us' where participant_sid = 'MB1'").update();
		OptOutEvent optOut = OptOutHistory.of(this.log.of(List.of("anna")), "uk").optOut();
		assertThat(optOut).isNotNull().extracting(OptOutEvent::how).isEqualTo(OptOutSource.OPERATOR);
	}

	private static OptOutEvent keyword(int second) {
		return new OptOutEvent("MB1", "anna", null, null, "sms", second % 2 == 0, OptOutSource.KEYWORD, null,
				"IManna" + second, Instant.ofEpochSecond(second));
	}

	/** With an odd seed, the events at the end decide nothing about opt-outs. */
	private static OptOutEvent event(Random random, int second, int seed) {
		OptOutSource[] sources = (seed % 2 == 1 && second > 100)
				? new OptOutSource[] { OptOutSource.ERROR_63014, OptOutSource.WROTE_AGAIN } : OptOutSource.values();
		OptOutSource how = sources[random.nextInt(sources.length)];
		boolean optedOut = switch (how) {
			case ERROR_21610, ERROR_63014 -> true;
			case WROTE_AGAIN -> false;
			case KEYWORD, OPERATOR -> random.nextBoolean();
		};
		return event("anna", second, optedOut, how, random.nextBoolean() ? "us" : "uk");
	}

	private OptOutEvent add(String person, int second, boolean optedOut, OptOutSource how, String sender) {
		OptOutEvent event = event(person, second, optedOut, how, sender);
		this.log.add(event);
		return event;
	}

	private static OptOutEvent event(String person, int second, boolean optedOut, OptOutSource how, String sender) {
		return new OptOutEvent("MB1", person, null, sender, "sms", optedOut, how, null, "IM" + person + second,
				Instant.ofEpochSecond(second));
	}

}
