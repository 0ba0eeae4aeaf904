package io.frontlineservice.sandbox.pretend.carrier;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbers that Twilio blocks because their owners wrote STOP by SMS. As all numbers
 * of the account are in one messaging service, the block covers all of them. Twilio
 * blocks nothing on WhatsApp. Used by {@link Carrier}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/21610">Twilio: error 21610</a>
 */
final class OptOuts {

	private static final Set<String> STOP = Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT",
			"CANCEL");

	private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

	private final Set<String> blocked = ConcurrentHashMap.newKeySet();

	/** The owner of that number writes by SMS. */
	void read(String number, String body) {
		String word = body.strip().toUpperCase(Locale.ROOT);
		if (STOP.contains(word)) {
			this.blocked.add(number);
		}
		else if (START.contains(word)) {
			this.blocked.remove(number);
		}
	}

	boolean contains(String number) {
		return this.blocked.contains(number);
	}

	void clear() {
		this.blocked.clear();
	}

}
