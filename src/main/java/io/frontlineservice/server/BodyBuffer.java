package io.frontlineservice.server;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Collects one request body, within a maximum size and a memory budget shared by all
 * bodies. Used by {@link BodyReceiver}. Not thread-safe.
 */
final class BodyBuffer {

	/**
	 * The first bytes of a body do not count against the budget: Twilio's forms are
	 * smaller.
	 */
	private static final int UNMETERED = 8 * 1024;

	private final int largest;

	private final ByteBudget budget;

	private final ByteArrayOutputStream bytes;

	private long taken;

	private @Nullable HttpStatus failure;

	/**
	 * Creates a buffer for one body.
	 * @param length the announced length; negative if unknown
	 * @param largest the maximum size, in bytes
	 * @param budget the shared budget for bytes beyond the free ones
	 */
	BodyBuffer(long length, int largest, ByteBudget budget) {
		this.largest = largest;
		this.budget = budget;
		reserve(length);
		this.bytes = new ByteArrayOutputStream((this.failure == null) ? Math.max(32, (int) length) : 0);
	}

	/** Adds bytes, unless there is no room for them. */
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

	/** Why the body is refused; null if it is not refused. */
	@Nullable HttpStatus failure() {
		return this.failure;
	}

	void fail(HttpStatus status) {
		this.failure = status;
	}

	/** Returns the memory to the budget. */
	void release() {
		this.budget.release(this.taken);
		this.taken = 0;
	}

	/** Reserves memory for a body of this size. */
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
