package io.frontlineservice.sandbox.pretend;

import java.time.Duration;

/** Lets time pass. Used where a test wants Twilio to be late. */
final class Pause {

	private Pause() {
	}

	static void of(Duration time) {
		try {
			Thread.sleep(time.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
