package io.frontlineservice.work;

import java.time.Clock;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the store can be written. Part of readiness, because an instance that cannot
 * store an event must not receive one. Called by Spring.
 */
@Component
final class StoreHealthIndicator extends AbstractHealthIndicator {

	private final JdbcClient store;

	private final Clock clock;

	StoreHealthIndicator(@WorkStore JdbcClient store, Clock clock) {
		super("The store cannot be written");
		this.store = store;
		this.clock = clock;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		this.store.sql("update store_probe set written_at = :now").param("now", this.clock.millis()).update();
		health.up();
	}

}
