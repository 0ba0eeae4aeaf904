package io.frontlineservice.conversation;

import io.frontlineservice.work.WorkStore;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time up to which {@link ReconciliationJob} has read Twilio's list of conversations.
 * Thread-safe.
 */
@Component
class ReconciliationWatermark {

	private static final String NAME = "conversations";

	private final JdbcClient store;

	ReconciliationWatermark(@WorkStore JdbcClient store) {
		this.store = store;
	}

	/** Returns the watermark; empty before the first complete reconciliation. */
	Optional<Instant> get() {
		return this.store.sql("select swept_to from sweep where name = :name")
			.param("name", NAME)
			.query(Long.class)
			.optional()
			.map(Instant::ofEpochMilli);
	}

	void set(Instant time) {
		this.store.sql("""
				insert into sweep (name, swept_to) values (:name, :time)
				on conflict (name) do update set swept_to = excluded.swept_to""")
			.param("name", NAME)
			.param("time", time.toEpochMilli())
			.update();
	}

}
