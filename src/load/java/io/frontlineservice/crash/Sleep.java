package io.frontlineservice.crash;

/** Sleeps, and keeps the interrupt flag of the thread. */
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
