package io.frontlineservice.crm;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The circuit breaker of the CRM. It opens when half of the last 20 calls failed, refuses
 * calls for 2 seconds, and then lets 3 calls through: if they are answered, it closes.
 * Logs once when it opens and once when it closes. Called by {@link RemoteCalls} around
 * each call. Thread-safe.
 */
final class CrmBreaker {

	private static final Logger logger = LoggerFactory.getLogger(CrmBreaker.class);

	static final int CALLS = 20;

	private static final float FAILURE_PERCENT = 50;

	/**
	 * Short, so that a restart of the CRM does not cost more callbacks than needed. A
	 * call that began before the breaker opened may end as one of the probes; that delays
	 * the end of an outage by at most one more interval.
	 */
	static final Duration OPEN = Duration.ofSeconds(2);

	static final int PROBES = 3;

	/**
	 * A late answer counts as a failure only if the CRM had at least this time. A call
	 * with less, such as the one for the notice about a shared number, is a late addition
	 * to a callback that the CRM has already answered.
	 */
	static final Duration FAIR_WAIT = Duration.ofMillis(1500);

	private final CircuitBreaker breaker;

	CrmBreaker(LongSupplier nanoTime) {
		this.breaker = CircuitBreaker.of("crm",
				CircuitBreakerConfig.custom()
					.slidingWindowSize(CALLS)
					.minimumNumberOfCalls(CALLS)
					.failureRateThreshold(FAILURE_PERCENT)
					.waitDurationInOpenState(OPEN)
					.permittedNumberOfCallsInHalfOpenState(PROBES)
					.recordResult((outcome) -> outcome != CrmOutcome.OK)
					.clock(new MonotonicClock(nanoTime))
					.build());
		this.breaker.getEventPublisher().onStateTransition((event) -> log(event.getStateTransition()));
	}

	/**
	 * Whether a call may be made now. After each call that was permitted, {@link #ended}
	 * must be called.
	 */
	boolean permits() {
		return this.breaker.tryAcquirePermission();
	}

	/**
	 * Counts a call that was permitted, unless its outcome says nothing about the CRM.
	 * @param available the time that the CRM had to answer
	 */
	void ended(CrmOutcome outcome, Duration available) {
		boolean counts = switch (outcome) {
			case OK, FAILED -> true;
			case LATE -> available.compareTo(FAIR_WAIT) >= 0;
			case LIMITED, NO_ACCESS, TOO_MANY, REFUSED, STOPPING -> false;
		};
		if (counts) {
			this.breaker.onResult(0, TimeUnit.NANOSECONDS, outcome);
		}
		else {
			this.breaker.releasePermission();
		}
	}

	/**
	 * Counts a callback that waited so long for a call of another one, which failed. A
	 * call that hangs while many callbacks wait for it thereby counts as if each had made
	 * it. Probes are counted only by themselves.
	 */
	void waitedInVain(Duration time) {
		if (time.compareTo(FAIR_WAIT) >= 0 && !isOpen()) {
			this.breaker.onResult(0, TimeUnit.NANOSECONDS, CrmOutcome.LATE);
		}
	}

	/** Whether calls are refused, or only the probes are permitted. */
	boolean isOpen() {
		return this.breaker.getState() != State.CLOSED;
	}

	private static void log(StateTransition transition) {
		if (transition.getFromState() == State.CLOSED) {
			logger
				.warn("The CRM failed in half of its last {} calls. Callbacks that need it are refused until {} calls "
						+ "succeed; the service tries every {} s.", CALLS, PROBES, OPEN.toSeconds());
		}
		else if (transition.getToState() == State.CLOSED) {
			logger.info("The CRM answers again.");
		}
	}

}
