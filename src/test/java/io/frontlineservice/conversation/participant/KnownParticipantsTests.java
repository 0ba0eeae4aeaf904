package io.frontlineservice.conversation.participant;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Participants are found by the person, whichever method wrote them. */
class KnownParticipantsTests {

	private static final Address LINA = InboundAddresses.read("+14155550101").get(0);

	private static final CustomerId ID = new CustomerId("1001");

	private static final Instant MAY = Instant.parse("2026-05-06T07:08:09Z");

	private final HikariDataSource database = TestStore.migrated("jdbc:sqlite::memory:");

	private final JdbcClient store = JdbcClient.create(this.database);

	private final KnownParticipants participants = StoredParticipants.in(this.store, Clock.systemUTC());

	private final PersonHashes hashes = StoredParticipants.hashes(this.store, Clock.systemUTC());

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void participantsOfAPersonAreFound() {
		assertThat(find(PersonKeys.of(LINA, ID))).as("reads what the store has").isEmpty();
		this.participants.wrote(sid("CH1"), "MB1", LINA, "sms", MAY);
		assertThat(find(PersonKeys.of(LINA, null))).hasSize(1);
		assertThat(find(PersonKeys.of(null, ID))).isEmpty();
		this.participants.identify(sid("CH1"), "MB1", PersonKeys.of(LINA, ID), "sms", null);
		assertThat(find(PersonKeys.of(null, ID))).hasSize(1);
	}

	private List<KnownParticipant> find(PersonKeys person) {
		return this.participants.find(this.hashes.accepted(List.of(person)));
	}

}
