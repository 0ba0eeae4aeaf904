package io.frontlineservice.welcome;

import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/**
 * Announces that the service is ready: both ports listen, and the readiness probe
 * succeeds. Called by Spring Boot.
 */
final class ReadyAnnouncement {

	private final AtomicBoolean announced = new AtomicBoolean();

	private final ObjectProvider<ReadyText> special;

	private final ReadyText usual;

	private final Environment environment;

	private final Announcer announcer;

	ReadyAnnouncement(ObjectProvider<ReadyText> special, ReadyText usual, Environment environment,
			Announcer announcer) {
		this.special = special;
		this.usual = usual;
		this.environment = environment;
		this.announcer = announcer;
	}

	@EventListener
	void readinessChanged(AvailabilityChangeEvent<ReadinessState> event) {
		if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC && this.announced.compareAndSet(false, true)) {
			int port = this.environment.getRequiredProperty("local.server.port", Integer.class);
			this.announcer.say(this.special.getIfAvailable(() -> this.usual).lines(port));
		}
	}

}
