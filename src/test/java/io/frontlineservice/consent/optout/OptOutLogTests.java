package io.frontlineservice.consent.optout;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events are found by the person, whichever method wrote the person's hashes. */
class OptOutLogTests {

	private static final Instant MAY = Instant.parse("2026-05-06T07:08:09Z");

	private final HikariDataSource database = TestStore.migrated("jdbc:sqlite::memory:");

	private final JdbcClient store = JdbcClient.create(this.database);

	private final OptOutLog log = new OptOutLog(this.store, TestStore.filters(this.store), Clock.systemUTC());

	@BeforeEach
	void readWhatTheStoreHas() {
		assertFound(0, "address");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void addedEventIsFound() {
		add("address", "customer");
		assertFound(1, "address");
		assertFound(1, "customer");
		assertFound(0, "other");
	}

	@Test
	void eventIsFoundByCustomerWhoIsKnownLater() {
		add("address", null);
		assertFound(0, "customer");
		this.log.setCustomer(List.of("address"), "customer");
		assertFound(1, "customer");
	}

	@Test
	void eventIsFoundByParticipantWhoIsKnownLater() {
		add(null, null);
		this.log.complete(new KnownParticipant(sid("CH1"), "MB1", "sms", "address", "customer", null, null));
		assertFound(1, "address");
		assertFound(1, "customer");
	}

	@Test
	void eventIsFoundByHashThatReplacedAnEarlierOne() {
		add("earlier", null);
		this.log.replace(List.of("earlier"), "current");
		assertFound(1, "current");
		assertFound(0, "earlier");
	}

	private void add(@Nullable String address, @Nullable String customer) {
		this.log.add(
				new OptOutEvent("MB1", address, customer, null, "sms", true, OptOutSource.KEYWORD, "STOP", "IM1", MAY));
	}

	private void assertFound(int events, String hash) {
		assertThat(this.log.of(List.of(hash))).as(hash).hasSize(events);
	}

}
