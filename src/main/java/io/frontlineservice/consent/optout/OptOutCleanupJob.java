package io.frontlineservice.consent.optout;

import io.frontlineservice.work.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Removes what is not needed: opt-ins that end no opt-out, and the CRM's refusals for
 * participants who have been removed. Opt-outs are never removed. Run every six hours.
 */
@Component
class OptOutCleanupJob implements RecurringJob {

	/** An opt-out from before may still be reported until then. */
	private static final Duration WAIT = Duration.ofDays(7);

	private final OptOutLog log;

	private final ConsentRefusals refusals;

	private final Clock clock;

	OptOutCleanupJob(OptOutLog log, ConsentRefusals refusals, Clock clock) {
		this.log = log;
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
		this.log.removeOptInsWithoutOptOut(this.clock.instant().minus(WAIT));
		this.refusals.removeForgotten();
	}

}
