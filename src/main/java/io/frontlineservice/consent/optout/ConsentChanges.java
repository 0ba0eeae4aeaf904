package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people with numbers decided by keywords and through operators, for
 * {@link ConsentChangeListener}s. Called by {@link OptOuts} and by the listeners.
 * Thread-safe; takes part in the caller's transaction.
 */
@Component
public class ConsentChanges {

	private final OptOutLog log;

	private final PersonHashes hashes;

	private final SenderHashes senders;

	private final ConsentSettings settings;

	private final List<ConsentChangeListener> listeners;

	ConsentChanges(OptOutLog log, PersonHashes hashes, SenderHashes senders, ConsentSettings settings,
			List<ConsentChangeListener> listeners) {
		this.log = log;
		this.hashes = hashes;
		this.senders = senders;
		this.settings = settings;
		this.listeners = List.copyOf(listeners);
	}

	/** Tells the listeners of an event that was just stored, if they are wanted. */
	void added(OptOutEvent event, Address person) {
		if (this.settings.pushToTwilio() && person.number() != null && counts(event)) {
			this.listeners.forEach((listener) -> listener.changed(event.key(), person));
		}
	}

	/**
	 * Returns the decisions of a person that hold: the last one, or with
	 * {@code opt-out-scope: sender} the last one for each of our addresses. An opt-in
	 * without an earlier opt-out, such as an answer "yes", is not one.
	 * @param person an address with a number
	 * @throws org.springframework.dao.DataAccessException if the store fails
	 */
	public List<StandingConsent> standing(Address person) {
		String key = Objects.requireNonNull(PersonKeys.key(person));
		Map<String, StandingConsent> latest = new LinkedHashMap<>();
		boolean optedOutBefore = false;
		Map<String, String> present = isForOneSender() ? this.senders.presentByEarlier() : Map.of();
		for (OptOutEvent stored : this.log.of(this.hashes.accepted(key))) {
			OptOutEvent event = stored.withPresentSender(present);
			optedOutBefore |= event.optedOut();
			if (optedOutBefore && counts(event)) {
				StandingConsent consent = consent(event);
				if (consent.senderHash() == null && !consent.waitsForSender()) {
					latest.clear();
				}
				@Nullable String sender = consent.waitsForSender() ? event.key() : consent.senderHash();
				latest.put((sender != null) ? sender : "", consent);
			}
		}
		return List.copyOf(latest.values());
	}

	private StandingConsent consent(OptOutEvent event) {
		boolean oneSender = isForOneSender() && event.participantSid() != null;
		return new StandingConsent(event.key(), event.optedOut(), event.how() == OptOutSource.KEYWORD, event.at(),
				oneSender ? event.senderHash() : null, oneSender && event.senderHash() == null);
	}

	/** An opt-out from a WhatsApp sender alone says nothing about SMS. */
	private boolean counts(OptOutEvent event) {
		return (event.how() == OptOutSource.KEYWORD || event.how() == OptOutSource.OPERATOR)
				&& !(isForOneSender() && event.channel().equals("whatsapp"));
	}

	private boolean isForOneSender() {
		return this.settings.optOutScope() == OptOutScope.SENDER;
	}

}
