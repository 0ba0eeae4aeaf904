package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits concurrent calls of Twilio. Twilio limits the calls of an account without
 * publishing the number, so the limit adapts: it halves when Twilio reports too many
 * calls, and grows by one after as many successful calls as it allows. Called by
 * {@link MeteredCalls}. Thread-safe.
 */
final class ConcurrencyLimit {

	private final ReentrantLock lock = new ReentrantLock(true);

	private final Condition free = this.lock.newCondition();

	private final Duration longestWait;

	private final int max;

	private int limit;

	private int acquired;

	private int successes;

	/** Counts how often the limit was halved. */
	private int cuts;

	/**
	 * Creates a limit.
	 * @param max the initial and highest limit of concurrent calls
	 * @param longestWait the longest wait for a permit
	 */
	ConcurrencyLimit(int max, Duration longestWait) {
		this.max = max;
		this.limit = max;
		this.longestWait = longestWait;
	}

	/** Returns the present limit of concurrent calls. */
	int current() {
		this.lock.lock();
		try {
			return this.limit;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits for a permit, which the caller must release.
	 * @throws TwilioUnavailableException if no permit becomes free in time
	 */
	Permit acquire() {
		this.lock.lock();
		try {
			long left = this.longestWait.toNanos();
			while (this.acquired >= this.limit) {
				if (left <= 0) {
					throw new TwilioUnavailableException("Too many calls of Twilio are in progress", null);
				}
				left = this.free.awaitNanos(left);
			}
			this.acquired++;
			return new Permit(this.cuts);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TwilioUnavailableException("The service is stopping", null);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void release(Permit permit, CallResult result) {
		this.lock.lock();
		try {
			this.acquired--;
			if (result == CallResult.SUCCESS && ++this.successes >= this.limit) {
				this.limit = Math.min(this.max, this.limit + 1);
				this.successes = 0;
			}
			// A call that began before the last cut does not count against the new limit.
			if (result == CallResult.TOO_MANY && permit.cutsAtStart == this.cuts) {
				this.limit = Math.max(1, this.limit / 2);
				this.cuts++;
				this.successes = 0;
			}
			this.free.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How a call ended, as far as the limit is concerned. */
	enum CallResult {

		/** Twilio processed the call. */
		SUCCESS,

		/** Twilio reported too many calls. */
		TOO_MANY,

		/** The call failed for another reason. */
		OTHER

	}

	/** The permission to make one call; released once. */
	final class Permit {

		private final int cutsAtStart;

		private Permit(int cutsAtStart) {
			this.cutsAtStart = cutsAtStart;
		}

		void release(CallResult result) {
			ConcurrencyLimit.this.release(this, result);
		}

	}

}
