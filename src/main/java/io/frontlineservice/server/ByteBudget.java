package io.frontlineservice.server;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all request bodies may use together. Thread-safe.
 */
final class ByteBudget {

	private final AtomicLong left;

	ByteBudget(long bytes) {
		this.left = new AtomicLong(bytes);
	}

	/** Reserves the bytes; false if there are not enough. */
	boolean tryTake(long bytes) {
		long before;
		do {
			before = this.left.get();
			if (before < bytes) {
				return false;
			}
		}
		while (!this.left.compareAndSet(before, before - bytes));
		return true;
	}

	long left() {
		return this.left.get();
	}

	void release(long bytes) {
		this.left.addAndGet(bytes);
	}

}
