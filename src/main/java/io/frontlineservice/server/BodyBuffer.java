package io.frontlineservice.server;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What has arrived of one body, within its largest size and within what all bodies may
 * take together. Used by {@link BodyReceiver}. Not thread-safe.
 */
final class BodyBuffer {

	/** So much of a body costs nothing of the budget: Twilio's forms are smaller. */
	private static final int UNMETERED = 8 * 1024;

	private final int largest;

	private final ByteBudget budget;

	private final ByteArrayOutputStream bytes;

	private long taken;

	private @Nullable HttpStatus failure;

	/**
	 * A buffer for a body.
	 * @param length the length that is announced; negative if there is none
	 * @param largest the size of the largest body, in bytes
	 * @param budget what the body may take beyond what costs nothing
	 */
	BodyBuffer(long length, int largest, ByteBudget budget) {
		this.largest = largest;
		this.budget = budget;
		reserve(length);
		this.bytes = new ByteArrayOutputStream((this.failure == null) ? Math.max(32, (int) length) : 0);
	}

	/** Adds what has been read, unless there is no room for it. */
	void add(byte[] source, int length) {
		if (length > 0) {
			reserve(this.bytes.size() + length);
		}
		if (length > 0 && this.failure == null) {
			this.bytes.write(source, 0, length);
		}
	}

	int size() {
		return this.bytes.size();
	}

	byte[] bytes() {
		return this.bytes.toByteArray();
	}

	/** Why there is no body; null while nothing is wrong. */
	@Nullable HttpStatus failure() {
		return this.failure;
	}

	void fail(HttpStatus status) {
		this.failure = status;
	}

	/** Gives back what the body took. */
	void release() {
		this.budget.release(this.taken);
		this.taken = 0;
	}

	/** Takes from the budget what a body of that size needs beyond what it has. */
	private void reserve(long size) {
		long more = size - UNMETERED - this.taken;
		if (size > this.largest) {
			this.failure = HttpStatus.CONTENT_TOO_LARGE;
		}
		else if (more > 0 && !this.budget.tryTake(more)) {
			this.failure = HttpStatus.SERVICE_UNAVAILABLE;
		}
		else {
			this.taken += Math.max(0, more);
		}
	}

}
