package io.frontlineservice.consent.optout;

import io.frontlineservice.work.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Removes what is not needed: opt-ins that end no opt-out, events of people who have very
 * many, and the CRM's refusals for participants who have been removed. Opt-outs that hold
 * are never removed. Run every six hours.
 */
@Component
class OptOutCleanupJob implements RecurringJob {

	/** An opt-out from before may still be reported until then. */
	private static final Duration WAIT = Duration.ofDays(7);

	private final OptOutLog log;

	private final OptOutPruning pruning;

	private final ConsentRefusals refusals;

	private final Clock clock;

	OptOutCleanupJob(OptOutLog log, OptOutPruning pruning, ConsentRefusals refusals, Clock clock) {
		this.log = log;
		this.pruning = pruning;
		this.refusals = refusals;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "clean-up-opt-outs";
	}

	@Override
	public Duration interval() {
		return Duration.ofHours(6);
	}

	@Override
	public void run() {
		Instant storedBefore = this.clock.instant().minus(WAIT);
		this.log.removeOptInsWithoutOptOut(storedBefore);
		this.pruning.removeMiddle(storedBefore);
		this.refusals.removeForgotten();
	}

}
