package io.frontlineservice.crash;

/** Nothing, for a while. */
final class Sleep {

	private Sleep() {
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
