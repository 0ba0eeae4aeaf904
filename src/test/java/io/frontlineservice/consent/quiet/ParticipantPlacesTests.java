package io.frontlineservice.consent.quiet;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.conversation.participant.StoredParticipants;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of places in PostgreSQL; other tests use SQLite. */
class ParticipantPlacesTests {

	@Test
	void placesAreStoredUpdatedAndRemoved() {
		try (HikariDataSource database = TestStore.migrated(TestPostgres.newDatabase())) {
			JdbcClient store = JdbcClient.create(database);
			SendingWindows windows = new SendingWindows(Map.of());
			ParticipantPlaces places = new ParticipantPlaces(store, new CustomerPlaceFinder(windows, null),
					new QuietHoursSettings(true, Duration.ofHours(24), null, Map.of()));
			places.identified(sid("CH1"), "MB1", chat("lina"), null);
			assertThat(places.of(sid("CH1"))).containsExactly(Map.entry("MB1", CustomerPlace.UNKNOWN));
			places.identified(sid("CH1"), "MB1", sms("+12125550101"), null);
			places.identified(sid("CH1"), "MB2", sms("+18005550101"), null);
			assertThat(places.of(sid("CH1")).get("MB1"))
				.isEqualTo(new CustomerPlace("US-NY", List.of(ZoneId.of("America/New_York"))));

			KnownParticipants participants = StoredParticipants.in(store, Clock.systemUTC());
			participants.identify(sid("CH1"), "MB2", new PersonKeys(null, null), "sms", null);
			places.removeForgotten();
			assertThat(places.of(sid("CH1"))).containsOnlyKeys("MB2");
		}
	}

}
