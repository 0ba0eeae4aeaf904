package io.frontlineservice.sandbox.pretend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that changes only when a test moves it. */
final class MovedClock implements InstantSource {

	private volatile Instant now;

	MovedClock(Instant now) {
		this.now = now;
	}

	void move(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
