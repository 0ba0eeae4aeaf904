package io.frontlineservice.conformance;

import java.time.Duration;

/** What was measured while a server was checked. Kept by {@link CheckedServer}. */
final class Measurements {

	private int requests;

	private Duration slowest = Duration.ZERO;

	private int largest;

	private int limited;

	private int limitedWithoutPause;

	void answered(Duration time, int bytes) {
		this.requests++;
		this.slowest = (time.compareTo(this.slowest) > 0) ? time : this.slowest;
		this.largest = Math.max(this.largest, bytes);
	}

	/** Counts an answer that there were too many requests. */
	void limited(boolean withPause) {
		this.limited++;
		this.limitedWithoutPause += withPause ? 0 : 1;
	}

	/** Returns how many requests were answered. */
	int requests() {
		return this.requests;
	}

	/** Returns the time of the slowest answer. */
	Duration slowest() {
		return this.slowest;
	}

	/** Returns the bytes of the largest answer. */
	int largest() {
		return this.largest;
	}

	/** Returns how many answers said that there were too many requests. */
	int limited() {
		return this.limited;
	}

	/** Returns how many of these did not say how long to wait. */
	int limitedWithoutPause() {
		return this.limitedWithoutPause;
	}

}
