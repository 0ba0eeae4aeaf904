package io.frontlineservice.crash;

/** Nothing, for a while. */
final class Pause {

	private Pause() {
	}

	static void of(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
