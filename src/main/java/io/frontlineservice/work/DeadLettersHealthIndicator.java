package io.frontlineservice.work;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether work was given up: a warning, which an operator should look at, but nothing
 * that another instance would do better. Asked by Spring.
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
