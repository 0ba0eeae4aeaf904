package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Notices when a member of the pool becomes available, so that waiting conversations need
 * not look up each member. Called every minute while conversations wait; makes one call
 * per member, regardless of the number of conversations. Thread-safe.
 */
@Component
public class PoolWatch {

	/** An older result is ignored. */
	private static final Duration VALIDITY = Duration.ofMinutes(3);

	private final Pool pool;

	private final WorkerAvailability availability;

	private final Clock clock;

	private Set<WorkerIdentity> available = Set.of();

	private Instant checkedAt = Instant.EPOCH;

	PoolWatch(Pool pool, WorkerAvailability availability, Clock clock) {
		this.pool = pool;
		this.availability = availability;
		this.clock = clock;
	}

	/** Whether a member is available who was not available at the last call. */
	public synchronized boolean hasNewlyAvailableMember() {
		Instant now = this.clock.instant();
		Set<WorkerIdentity> before = this.checkedAt.plus(VALIDITY).isAfter(now) ? this.available : Set.of();
		this.available = this.pool.working()
			.stream()
			.map(Worker::identity)
			.filter(this.availability::isKnownToBeAvailable)
			.collect(Collectors.toSet());
		this.checkedAt = now;
		return !before.containsAll(this.available);
	}

}
