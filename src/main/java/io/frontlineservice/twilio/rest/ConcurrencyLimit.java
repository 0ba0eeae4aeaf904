package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets only so many calls go to Twilio at once. Twilio limits the calls of an account,
 * but does not say to how many: when there were too many, half as many may go; when all
 * those went well, one more. Called by {@link MeteredCalls}. Thread-safe.
 */
final class ConcurrencyLimit {

	private final ReentrantLock lock = new ReentrantLock(true);

	private final Condition free = this.lock.newCondition();

	private final Duration longestWait;

	private final int max;

	private int limit;

	private int acquired;

	private int successes;

	/** How often the limit was halved. */
	private int cuts;

	/**
	 * Makes one.
	 * @param max how many calls may go at once, at first and ever
	 * @param longestWait how long to wait for a turn
	 */
	ConcurrencyLimit(int max, Duration longestWait) {
		this.max = max;
		this.limit = max;
		this.longestWait = longestWait;
	}

	/** How many calls may go at once now. */
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
	 * Waits for a turn, which must be ended.
	 * @throws TwilioUnavailableException if there is none in time
	 */
	Permit acquire() {
		this.lock.lock();
		try {
			long left = this.longestWait.toNanos();
			while (this.acquired >= this.limit) {
				if (left <= 0) {
					throw new TwilioUnavailableException("Too many calls to Twilio are under way", null);
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
			// Calls that began before the last cut say nothing about the limit since.
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

	/** How a call ended, as far as its number matters. */
	enum CallResult {

		/** Twilio did its work. */
		SUCCESS,

		/** Twilio said that there were too many calls. */
		TOO_MANY,

		/** It failed for another reason. */
		OTHER

	}

	/** One call's permission. Ended once, by whoever took it. */
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
