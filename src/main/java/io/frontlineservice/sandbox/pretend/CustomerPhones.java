package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.Conversation.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What customers do on their phones: they write, and conversations begin. Called by
 * {@link PretendTwilio}. Thread-safe.
 */
final class CustomerPhones {

	private final Conversations conversations;

	private final Conditions conditions;

	private final PreEvents preEvents;

	private final Events events;

	private final Deliveries deliveries;

	private final Journal journal;

	private final InstantSource clock;

	private final Executor threads;

	CustomerPhones(Conversations conversations, Conditions conditions, PreEvents preEvents, Events events,
			Deliveries deliveries, Journal journal, InstantSource clock, Executor threads) {
		this.conversations = conversations;
		this.conditions = conditions;
		this.preEvents = preEvents;
		this.events = events;
		this.deliveries = deliveries;
		this.journal = journal;
		this.clock = clock;
		this.threads = threads;
	}

	/**
	 * One customer writes to one number of ours.
	 * @return the SID of the conversation; null if the message is lost
	 */
	@Nullable String write(String from, String to, String body) {
		Binding pair = Binding.of(from, to, null);
		Conversation open = openWith(pair);
		if (open != null) {
			return say(open, from, body, pair.source());
		}
		return begin(Origin.of(pair, body), from, List.of(participant(pair)));
	}

	/**
	 * One writes to us and to others at once.
	 * @return the SID of the conversation; null if the message is lost
	 */
	@Nullable String writeToGroup(String author, List<String> others, String ourNumber, String body) {
		Conversation open = openGroup(author, others, ourNumber);
		if (open != null) {
			return say(open, author, body, "SMS");
		}
		List<Participant> everybody = new ArrayList<>();
		Stream.concat(Stream.of(author), others.stream())
			.forEach((it) -> everybody.add(participant(Binding.of(it, null, null))));
		everybody.add(participant(Binding.of(null, null, ourNumber)));
		return begin(Origin.ofGroup(author, others, ourNumber, body), author, everybody);
	}

	/** Ends the making of a conversation. */
	void activate(String sid) {
		Conversation active = this.conversations.activate(sid);
		if (active != null) {
			this.deliveries.send(List.of(this.events.stateUpdated(active, State.INITIALIZING, "EVENT")));
		}
	}

	private @Nullable String begin(Origin origin, String author, List<Participant> participants) {
		Conversation conversation;
		try {
			Draft draft = this.preEvents.ask(Draft.EMPTY, this.events.conversationAdd(Draft.EMPTY, origin));
			State state = this.conditions.initializing().isZero() ? State.ACTIVE : State.INITIALIZING;
			conversation = this.conversations.create(draft, state, participants);
		}
		catch (RestProblem ex) {
			this.journal.note(this.clock.instant(), "A message is lost: " + ex.getMessage());
			return null;
		}
		Conversation begun = this.conversations.say(conversation.sid(), author, String.valueOf(origin.body()));
		activateLater(begun);
		List<Event> all = new ArrayList<>();
		all.add(this.events.conversation("onConversationAdded", begun, origin));
		begun.participants()
			.forEach((it) -> all.add(this.events.participant("onParticipantAdded", begun, it, origin.source())));
		all.add(this.events.messageAdded(begun, origin.source()));
		all.add(this.events.routing(begun, origin));
		this.deliveries.send(all);
		return begun.sid();
	}

	private void activateLater(Conversation conversation) {
		if (conversation.state() == State.INITIALIZING) {
			Executor later = CompletableFuture.delayedExecutor(this.conditions.initializing().toMillis(),
					TimeUnit.MILLISECONDS, this.threads);
			later.execute(() -> activate(conversation.sid()));
		}
	}

	private String say(Conversation open, String author, String body, String source) {
		Conversation said = this.conversations.say(open.sid(), author, body);
		this.deliveries.send(List.of(this.events.messageAdded(said, source)));
		return said.sid();
	}

	private Participant participant(Binding binding) {
		Instant now = this.clock.instant();
		return Participant.of(null, binding, "{}", now);
	}

	private @Nullable Conversation openWith(Binding pair) {
		return this.conversations.where((it) -> it.isOpen() && it.holds(pair)).stream().findFirst().orElse(null);
	}

	private @Nullable Conversation openGroup(String author, List<String> others, String ourNumber) {
		Set<String> wanted = Stream.concat(Stream.of(author), others.stream()).collect(Collectors.toSet());
		return this.conversations
			.where((it) -> it.isOpen() && ourNumber.equals(it.groupNumber()) && wanted.equals(addresses(it)))
			.stream()
			.findFirst()
			.orElse(null);
	}

	private static Set<String> addresses(Conversation conversation) {
		return conversation.participants()
			.stream()
			.map(Participant::binding)
			.filter(Objects::nonNull)
			.map(Binding::address)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

}
