package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Retries a call where starting again from the beginning would cost more: a page in the
 * middle of a list. Called by {@link Pages}. Thread-safe.
 * <p>
 * The backoff starts at half a second and doubles; it is never shorter than Twilio asks
 * for. The number of retries and the longest pause are limited, because the thread waits.
 */
final class Retries {

	/** Makes every call once. */
	static final Retries NONE = new Retries(0, Duration.ZERO, (pause) -> true);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private final int maxRetries;

	private final Duration longestPause;

	private final Pause pause;

	/**
	 * Creates a limit for retries.
	 * @param maxRetries the most retries of one call
	 * @param longestPause if Twilio asks for a longer pause, the call is not retried
	 * @param pause waits between two calls
	 */
	Retries(int maxRetries, Duration longestPause, Pause pause) {
		this.maxRetries = maxRetries;
		this.longestPause = longestPause;
		this.pause = pause;
	}

	/**
	 * Returns the retries of the running service: half a minute in all, or as long as
	 * Twilio asks for.
	 * @param stop ends each pause at once, without another retry, when it reaches zero
	 */
	static Retries production(CountDownLatch stop) {
		return new Retries(6, Duration.ofMinutes(1), (pause) -> !stop.await(pause.toMillis(), TimeUnit.MILLISECONDS));
	}

	/**
	 * Makes a call until it succeeds.
	 * @throws TwilioUnavailableException the last failure, if the call is not retried
	 */
	<T> T of(Supplier<T> call) {
		BackOffExecution backOff = backOff();
		while (true) {
			try {
				return call.get();
			}
			catch (TwilioUnavailableException ex) {
				await(backOff.nextBackOff(), ex);
			}
		}
	}

	private void await(long backOff, TwilioUnavailableException failure) {
		Duration asked = (failure.after() != null) ? failure.after() : Duration.ZERO;
		if (backOff == BackOffExecution.STOP || failure.needsOperator() || asked.compareTo(this.longestPause) > 0) {
			throw failure;
		}
		try {
			if (!this.pause.of(Duration.ofMillis(Math.max(backOff, asked.toMillis())))) {
				throw failure;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failure;
		}
	}

	private BackOffExecution backOff() {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
		backOff.setMaxAttempts(this.maxRetries);
		return backOff.start();
	}

	/** Waits between two calls. */
	@FunctionalInterface
	interface Pause {

		/** Waits that long; returns false at once when the service stops. */
		boolean of(Duration time) throws InterruptedException;

	}

}
