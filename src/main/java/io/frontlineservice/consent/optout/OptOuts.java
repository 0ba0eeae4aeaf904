package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.InboundMessage;
import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.work.Commits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Learns opt-outs, and says who has opted out. Called by the callbacks, by the rules of
 * this package, and by package {@code delivery}. Thread-safe; all methods take part in
 * the caller's transaction, and throw {@link org.springframework.dao.DataAccessException}
 * if the store fails.
 */
@Service
public class OptOuts {

	private static final int OPTED_OUT = 21610;

	private static final int BLOCKED = 63014;

	private final OptOutLog log;

	private final ConsentChanges changes;

	private final Commits commits;

	private final KnownParticipants participants;

	private final PersonHashes hashes;

	private final SenderHashes senders;

	private final ConsentSettings settings;

	private final Clock clock;

	OptOuts(OptOutLog log, ConsentChanges changes, Commits commits, KnownParticipants participants, PersonHashes hashes,
			SenderHashes senders, ConsentSettings settings, Clock clock) {
		this.log = log;
		this.changes = changes;
		this.commits = commits;
		this.participants = participants;
		this.hashes = hashes;
		this.senders = senders;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Learns from a message that could not be delivered: from the error codes 21610 and
	 * 63014; all others say nothing about opt-outs. The same failure may be reported
	 * several times.
	 * @param participantSid the person to whom the message was sent
	 * @param messageSid the message, {@code IM} and 32 hexadecimal digits
	 * @param at when it failed
	 * @see <a href="https://www.twilio.com/docs/api/errors/21610">Error 21610</a>
	 * @see <a href="https://www.twilio.com/docs/api/errors/63014">Error 63014</a>
	 */
	public void learn(ConversationSid conversationSid, String participantSid, int errorCode, String messageSid,
			Instant at) {
		if (errorCode != OPTED_OUT && errorCode != BLOCKED) {
			return;
		}
		Optional<KnownParticipant> known = known(conversationSid, participantSid);
		OptOutSource how = (errorCode == BLOCKED) ? OptOutSource.ERROR_63014 : OptOutSource.ERROR_21610;
		String channel = known.map(KnownParticipant::channel).orElse((errorCode == BLOCKED) ? "whatsapp" : "sms");
		add(known, participantSid, channel, true, how, null, messageSid, at);
		// The person may have written before the failure was reported.
		known.flatMap((it) -> this.participants.lastInbound(hashesOf(it)))
			.filter((wrote) -> errorCode == BLOCKED && wrote.isAfter(at))
			.ifPresent((wrote) -> add(known, participantSid, channel, false, OptOutSource.WROTE_AGAIN, null, messageSid,
					wrote));
	}

	/** Learns from a keyword of a person. */
	void learn(InboundMessage message, Keyword keyword) {
		OptOutEvent event = event(known(message.conversationSid(), message.participantSid()), message.participantSid(),
				message.channel(), keyword.optsOut(), OptOutSource.KEYWORD, keyword.word(), message.messageSid(),
				message.at());
		add(event, message.address());
	}

	/** Ends a block, because the person has written. */
	void wroteAgain(ConversationSid conversationSid, String participantSid, String channel, String messageSid,
			Instant at) {
		Optional<KnownParticipant> known = known(conversationSid, participantSid);
		OptOutEvent block = known.map((it) -> OptOutHistory.of(this.log.of(hashesOf(it)), null).block()).orElse(null);
		if (block != null && at.isAfter(block.at())) {
			add(known, participantSid, channel, false, OptOutSource.WROTE_AGAIN, null, messageSid, at);
		}
	}

	/** Stores what an operator has entered. Must not be called in a transaction. */
	void enter(Address address, boolean optedOut) {
		@Nullable String key = PersonKeys.key(address);
		OptOutEvent event = new OptOutEvent(null, this.hashes.current(Objects.requireNonNull(key)), null, null,
				address.channel().wireName(), optedOut, OptOutSource.OPERATOR, null, null, this.clock.instant());
		this.commits.commit(() -> add(event, address));
	}

	private void add(OptOutEvent event, Address person) {
		if (this.log.add(event)) {
			this.changes.added(event, person);
		}
	}

	private void add(Optional<KnownParticipant> known, String participantSid, String channel, boolean optedOut,
			OptOutSource how, @Nullable String word, String messageSid, Instant at) {
		this.log.add(event(known, participantSid, channel, optedOut, how, word, messageSid, at));
	}

	private static OptOutEvent event(Optional<KnownParticipant> known, String participantSid, String channel,
			boolean optedOut, OptOutSource how, @Nullable String word, String messageSid, Instant at) {
		return new OptOutEvent(participantSid, known.map(KnownParticipant::addressHash).orElse(null),
				known.map(KnownParticipant::customerHash).orElse(null),
				known.map(KnownParticipant::senderHash).orElse(null), channel, optedOut, how, word, messageSid, at);
	}

	private Optional<KnownParticipant> known(ConversationSid conversationSid, String participantSid) {
		return this.participants.of(conversationSid)
			.stream()
			.filter((it) -> it.participantSid().equals(participantSid))
			.findFirst();
	}

	/** Returns the opt-out of a participant of a conversation; empty if there is none. */
	Optional<OptOutEvent> in(ConversationSid conversationSid) {
		return this.participants.of(conversationSid)
			.stream()
			.flatMap((participant) -> of(participant).stream())
			.findFirst();
	}

	private Optional<OptOutEvent> of(KnownParticipant participant) {
		return current(hashesOf(participant),
				(this.settings.optOutScope() == OptOutScope.SENDER) ? participant.senderHash() : null);
	}

	/** Whether the person may have opted out. Never waits for the store. */
	boolean mayContain(List<String> person) {
		return this.log.mayContain(person);
	}

	/**
	 * Returns the opt-out that holds for a person; empty if there is none.
	 * @param person all hashes of the person's addresses and customer id
	 * @param from our address; null if it is not known yet
	 */
	Optional<OptOutEvent> of(List<String> person, @Nullable Address from) {
		@Nullable String sender = (from != null) ? PersonKeys.key(from) : null;
		return current(person, (this.settings.optOutScope() == OptOutScope.SENDER && sender != null)
				? this.hashes.current(sender) : null);
	}

	private Optional<OptOutEvent> current(List<String> people, @Nullable String sender) {
		List<OptOutEvent> events = this.log.of(people);
		if (events.isEmpty()) {
			return Optional.empty();
		}
		OptOutHistory history = (sender != null) ? history(events, sender) : OptOutHistory.of(events, null);
		@Nullable Instant lastInbound = (history.block() != null) ? this.participants.lastInbound(people).orElse(null) : null;
		return history.current(lastInbound);
	}

	/**
	 * Our address may have been stored under an earlier hash, in events and participants.
	 */
	private OptOutHistory history(List<OptOutEvent> events, String sender) {
		Map<String, String> present = this.senders.presentByEarlier();
		return OptOutHistory.of(events.stream().map((event) -> event.withPresentSender(present)).toList(),
				present.getOrDefault(sender, sender));
	}

	private static List<String> hashesOf(KnownParticipant participant) {
		return Stream.of(participant.addressHash(), participant.customerHash()).flatMap(Stream::ofNullable).toList();
	}

}
