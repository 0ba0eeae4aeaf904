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

	private final Duration patience;

	private final int most;

	private int limit;

	private int taken;

	private int wellInARow;

	/** How often the limit was halved. */
	private int cuts;

	/**
	 * Makes one.
	 * @param most how many calls may go at once, at first and ever
	 * @param patience how long to wait for a turn
	 */
	ConcurrencyLimit(int most, Duration patience) {
		this.most = most;
		this.limit = most;
		this.patience = patience;
	}

	/** How many calls may go at once now. */
	int limit() {
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
	Turn take() {
		this.lock.lock();
		try {
			long left = this.patience.toNanos();
			while (this.taken >= this.limit) {
				if (left <= 0) {
					throw new TwilioUnavailableException("Too many calls to Twilio are under way", null);
				}
				left = this.free.awaitNanos(left);
			}
			this.taken++;
			return new Turn(this.cuts);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new TwilioUnavailableException("The service is stopping", null);
		}
		finally {
			this.lock.unlock();
		}
	}

	private void end(Turn turn, Ending ending) {
		this.lock.lock();
		try {
			this.taken--;
			if (ending == Ending.WELL && ++this.wellInARow >= this.limit) {
				this.limit = Math.min(this.most, this.limit + 1);
				this.wellInARow = 0;
			}
			// Calls that began before the last cut say nothing about the limit since.
			if (ending == Ending.TOO_MANY && turn.cutsBefore == this.cuts) {
				this.limit = Math.max(1, this.limit / 2);
				this.cuts++;
				this.wellInARow = 0;
			}
			this.free.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** How a call ended, as far as its number matters. */
	enum Ending {

		/** Twilio did its work. */
		WELL,

		/** Twilio said that there were too many calls. */
		TOO_MANY,

		/** It failed for another reason. */
		OTHERWISE

	}

	/** One call's permission. Ended once, by whoever took it. */
	final class Turn {

		private final int cutsBefore;

		private Turn(int cutsBefore) {
			this.cutsBefore = cutsBefore;
		}

		void end(Ending ending) {
			ConcurrencyLimit.this.end(this, ending);
		}

	}

}
