package io.frontlineservice.conversation.routing;

import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkingHours;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The members of the teams in {@code frontline.routing.pool}, according to the worker
 * directory. Used by {@link PoolRule} and {@link PoolWatch}. Thread-safe.
 */
@Component
final class Pool {

	private final WorkerDirectory directory;

	private final RoutingSettings settings;

	private final Clock clock;

	Pool(WorkerDirectory directory, RoutingSettings settings, Clock clock) {
		this.directory = directory;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whether no team is configured. */
	boolean isEmpty() {
		return this.settings.pool().isEmpty();
	}

	/** Returns the distinct members who are within their working hours. */
	List<Worker> working() {
		return this.settings.pool()
			.stream()
			.flatMap((team) -> this.directory.members(team).stream())
			.distinct()
			.filter(this::works)
			.toList();
	}

	/** A member without working hours is always at work. */
	private boolean works(Worker worker) {
		WorkingHours hours = worker.profile().workingHours();
		ZoneId zone = worker.profile().timeZone();
		return hours == null || hours
			.include(LocalDateTime.ofInstant(this.clock.instant(), (zone != null) ? zone : ZoneId.systemDefault()));
	}

}
