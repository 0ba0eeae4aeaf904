package io.frontlineservice.conversation;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up to when {@link Reconciliation} has looked. Thread-safe. */
@Component
class Sweeps {

	private static final String NAME = "conversations";

	private final JdbcClient store;

	Sweeps(JdbcClient store) {
		this.store = store;
	}

	Optional<Instant> sweptTo() {
		return this.store.sql("select swept_to from sweep where name = :name")
			.param("name", NAME)
			.query(Long.class)
			.optional()
			.map(Instant::ofEpochMilli);
	}

	void sweptTo(Instant time) {
		this.store.sql("""
				insert into sweep (name, swept_to) values (:name, :time)
				on conflict (name) do update set swept_to = excluded.swept_to""")
			.param("name", NAME)
			.param("time", time.toEpochMilli())
			.update();
	}

}
