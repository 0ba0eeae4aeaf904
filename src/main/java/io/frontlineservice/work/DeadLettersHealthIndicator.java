package io.frontlineservice.work;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Warns if jobs were given up. An operator should look at them, but the instance stays
 * healthy: another one could not do better. Called by Spring.
 */
@Component
final class DeadLettersHealthIndicator extends AbstractHealthIndicator {

	static final Status WARNING = new Status("WARNING");

	private final DeadLetters letters;

	DeadLettersHealthIndicator(DeadLetters letters) {
		super("The dead letters cannot be counted");
		this.letters = letters;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		long count = this.letters.count();
		health.status((count > 0) ? WARNING : Status.UP).withDetail("count", count);
	}

}
