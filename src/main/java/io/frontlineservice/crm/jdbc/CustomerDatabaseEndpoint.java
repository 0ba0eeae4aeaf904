package io.frontlineservice.crm.jdbc;

import com.zaxxer.hikari.HikariPoolMXBean;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@code GET /actuator/customerDatabase} on the management port: whether the tables of
 * the customers are in use, what their preparation found, an examination of the database,
 * and its connections. Called by operators.
 */
@Endpoint(id = "customerDatabase")
final class CustomerDatabaseEndpoint {

	private final CustomerDatabase database;

	private final TablePreparation preparation;

	CustomerDatabaseEndpoint(CustomerDatabase database, TablePreparation preparation) {
		this.database = database;
		this.preparation = preparation;
	}

	@ReadOperation
	Answer customerDatabase() {
		return new Answer(this.preparation.isReady(), seen(this.preparation.observations()), seen(examination()),
				connections());
	}

	private List<Observation> examination() {
		try {
			return this.database.examine();
		}
		catch (CrmUnavailableException ex) {
			return List.of(JdbcCrmVendor.unavailable(ex));
		}
	}

	private Connections connections() {
		HikariPoolMXBean pool = this.database.database().pool().getHikariPoolMXBean();
		return (pool != null) ? new Connections(pool.getActiveConnections(), pool.getIdleConnections(),
				pool.getThreadsAwaitingConnection()) : new Connections(0, 0, 0);
	}

	private static List<Seen> seen(List<Observation> observations) {
		return observations.stream()
			.map((it) -> new Seen(it.outcome().name().toLowerCase(Locale.ROOT), it.seen(), it.fix()))
			.toList();
	}

	record Answer(boolean ready, List<Seen> preparation, List<Seen> examination, Connections connections) {
	}

	record Seen(String outcome, String seen, @Nullable String fix) {
	}

	record Connections(int active, int idle, int waiting) {
	}

}
