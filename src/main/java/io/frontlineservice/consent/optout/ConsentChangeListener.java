package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;

/**
 * A port for packages that pass on what people decide about messages. Called by
 * {@link ConsentChanges} in the transaction that stores the event; each implementation is
 * a bean. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ConsentChangeListener {

	/**
	 * A person opted out or in, or an operator entered it.
	 * @param eventKey the key of the event, which {@link StandingConsent} has too
	 * @param person the person's address, which has a number
	 */
	void changed(String eventKey, Address person);

}
