package io.frontlineservice.work;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether events can be accepted: the store takes a write. Part of readiness, because an
 * instance that cannot keep an event must not be given one. Asked by Spring.
 */
@Component
final class StoreHealthIndicator extends AbstractHealthIndicator {

	private final JdbcClient store;

	StoreHealthIndicator(JdbcClient store) {
		super("The store cannot be written");
		this.store = store;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		this.store.sql("update store_probe set written_at = :now").param("now", System.currentTimeMillis()).update();
		health.up();
	}

}
