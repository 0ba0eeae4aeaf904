package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a conversation. Kept by {@link Conversations}. Immutable.
 *
 * @param sid {@code CH} and 32 hexadecimal digits
 * @param attributes a JSON text
 * @param participants all participants, in the order they joined
 * @param messages all messages, in order
 */
public record Conversation(String sid, @Nullable String friendlyName, @Nullable String uniqueName, String attributes,
		State state, Instant createdAt, Instant updatedAt, List<Participant> participants, List<Message> messages) {

	public Conversation {
		participants = List.copyOf(participants);
		messages = List.copyOf(messages);
	}

	/** Creates a conversation without participants. */
	public static Conversation of(Draft draft, State state, Instant now) {
		return new Conversation(Sid.next("CH"), draft.friendlyName(), draft.uniqueName(), draft.attributes(), state,
				now, now, List.of(), List.of());
	}

	public Conversation with(Draft draft, Instant now) {
		return new Conversation(this.sid, draft.friendlyName(), draft.uniqueName(), draft.attributes(), this.state,
				this.createdAt, now, this.participants, this.messages);
	}

	public Conversation with(State other, Instant now) {
		return new Conversation(this.sid, this.friendlyName, this.uniqueName, this.attributes, other, this.createdAt,
				now, this.participants, this.messages);
	}

	/**
	 * Returns this conversation with a participant, who replaces the one with the same
	 * SID.
	 */
	public Conversation with(Participant participant) {
		List<Participant> others = new ArrayList<>(this.participants);
		int place = find(participant.sid()).map(others::indexOf).orElse(-1);
		if (place < 0) {
			others.add(participant);
		}
		else {
			others.set(place, participant);
		}
		return withParticipants(others);
	}

	public Conversation without(Participant participant) {
		return withParticipants(
				this.participants.stream().filter((it) -> !it.sid().equals(participant.sid())).toList());
	}

	private Conversation withParticipants(List<Participant> others) {
		return new Conversation(this.sid, this.friendlyName, this.uniqueName, this.attributes, this.state,
				this.createdAt, this.updatedAt, others, this.messages);
	}

	/** Returns the participant with that identity or address; null if there is none. */
	public @Nullable Participant writer(String author) {
		return this.participants.stream()
			.filter((it) -> it.isIdentifiedBy(author)
					|| (it.binding() != null && author.equals(it.binding().address())))
			.findFirst()
			.orElse(null);
	}

	Conversation withMessage(MessageDraft draft, List<Receipt> receipts, Instant now) {
		Participant writer = writer(draft.author());
		List<Message> all = new ArrayList<>(this.messages);
		all.add(new Message(Sid.next("IM"), all.size(), draft.author(), draft.body(), draft.attributes(),
				draft.contentSid(), (writer != null) ? writer.sid() : null, now, receipts));
		return withMessages(all);
	}

	/** Returns this conversation with a message, which replaces the one before. */
	Conversation with(Message message) {
		List<Message> all = new ArrayList<>(this.messages);
		all.set(message.index(), message);
		return withMessages(all);
	}

	/**
	 * Returns the message with that SID.
	 * @throws RestException if it does not exist
	 */
	public Message message(String messageSid) {
		return this.messages.stream()
			.filter((it) -> it.sid().equals(messageSid))
			.findFirst()
			.orElseThrow(() -> RestException.notFound(messageSid));
	}

	/** Returns the newest message. */
	public Message lastMessage() {
		return this.messages.get(this.messages.size() - 1);
	}

	/** Returns this conversation with a part of its messages. */
	public Conversation withMessages(int from, int to) {
		return withMessages(this.messages.subList(from, to));
	}

	private Conversation withMessages(List<Message> others) {
		return new Conversation(this.sid, this.friendlyName, this.uniqueName, this.attributes, this.state,
				this.createdAt, this.updatedAt, this.participants, others);
	}

	public Draft draft() {
		return new Draft(this.friendlyName, this.uniqueName, this.attributes);
	}

	public Optional<Participant> find(String sidOrIdentity) {
		return this.participants.stream().filter((it) -> it.isIdentifiedBy(sidOrIdentity)).findFirst();
	}

	public boolean isOpen() {
		return this.state != State.CLOSED;
	}

	public boolean hasPair(Binding pair) {
		return this.participants.stream().anyMatch((it) -> pair.isSamePair(it.binding()));
	}

	/** The addresses of all customers at a number. */
	public Set<String> addresses() {
		return this.participants.stream()
			.map(Participant::binding)
			.filter(Objects::nonNull)
			.map(Binding::address)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** The number of the account in a group MMS; null in other conversations. */
	public @Nullable String groupNumber() {
		return this.participants.stream()
			.filter(Participant::isOurNumber)
			.map((it) -> Objects.requireNonNull(it.binding()).projectedAddress())
			.findFirst()
			.orElse(null);
	}

	/** The state of a conversation. */
	public enum State {

		INITIALIZING, ACTIVE, INACTIVE, CLOSED;

		/** The state as Twilio writes it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

		public static State of(String word) {
			for (State state : values()) {
				if (state.word().equals(word)) {
					return state;
				}
			}
			throw RestException.invalid("Unknown state '" + word + "'");
		}

	}

}
