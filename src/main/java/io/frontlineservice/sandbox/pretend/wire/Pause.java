package io.frontlineservice.sandbox.pretend.wire;

import java.time.Duration;

/** Lets time pass. Used where a test wants Twilio to be late. */
public final class Pause {

	private Pause() {
	}

	public static void of(Duration time) {
		try {
			Thread.sleep(time.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
