package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Makes a call that failed again after a pause, where it would cost more to begin anew: a
 * page in the middle of a list. Called by {@link Pages}. Thread-safe.
 * <p>
 * The pauses begin with half a second and double, and are no shorter than Twilio asks
 * for. The number of calls and the pause that Twilio may ask for are limited, because the
 * thread waits meanwhile.
 */
final class Retries {

	/** Every call is made once. */
	static final Retries NONE = new Retries(0, Duration.ZERO, (pause) -> {
	});

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private final int most;

	private final Duration longestWait;

	private final Pause pause;

	/**
	 * Makes one.
	 * @param most how often a call is made again
	 * @param longestWait if Twilio asks for a longer pause, the call is not made again
	 * @param pause waits; {@link Thread#sleep(Duration)} but in tests
	 */
	Retries(int most, Duration longestWait, Pause pause) {
		this.most = most;
		this.longestWait = longestWait;
		this.pause = pause;
	}

	/**
	 * Those of the running service: half a minute in all, or as long as Twilio asks for.
	 */
	static Retries production() {
		return new Retries(6, Duration.ofMinutes(1), (pause) -> Thread.sleep(pause.toMillis()));
	}

	/**
	 * Makes a call until it succeeds.
	 * @throws TwilioUnavailableException the last failure, if the call is not made again
	 */
	<T> T of(Supplier<T> call) {
		BackOffExecution pauses = pauses();
		while (true) {
			try {
				return call.get();
			}
			catch (TwilioUnavailableException ex) {
				await(pauses.nextBackOff(), ex);
			}
		}
	}

	private void await(long backOff, TwilioUnavailableException failure) {
		Duration asked = (failure.after() != null) ? failure.after() : Duration.ZERO;
		if (backOff == BackOffExecution.STOP || failure.waitsForPeople() || asked.compareTo(this.longestWait) > 0) {
			throw failure;
		}
		try {
			this.pause.of(Duration.ofMillis(Math.max(backOff, asked.toMillis())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure;
		}
	}

	private BackOffExecution pauses() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
		backOff.setMaxAttempts(this.most);
		return backOff.start();
	}

	/** Waits for some time. */
	@FunctionalInterface
	interface Pause {

		void of(Duration time) throws InterruptedException;

	}

}
