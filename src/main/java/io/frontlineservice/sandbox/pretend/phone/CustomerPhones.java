package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.carrier.Carrier;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.webhook.Events;
import io.frontlineservice.sandbox.pretend.webhook.Origin;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Cause.Kind;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Customers who write messages on their phones, and so start conversations. Called by
 * {@code PretendTwilio}. Thread-safe.
 */
public final class CustomerPhones {

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Conditions conditions;

	private final Journal journal;

	private final Carrier carrier;

	private final Executor threads;

	public CustomerPhones(PretendWorld world, Webhooks webhooks, Conditions conditions, Journal journal,
			Carrier carrier, Executor threads) {
		this.world = world;
		this.webhooks = webhooks;
		this.conditions = conditions;
		this.journal = journal;
		this.carrier = carrier;
		this.threads = threads;
	}

	/**
	 * A customer writes to a number of the account.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String write(String from, String to, String body) {
		Binding pair = Binding.of(from, to, null);
		return this.journal.causes().during(Kind.CUSTOMER_WRITES, by(from), () -> write(pair, from, body));
	}

	private @Nullable String write(Binding pair, String from, String body) {
		this.carrier.received(pair, body);
		Conversation open = openWith(pair);
		if (open != null) {
			return addMessage(open, from, body, pair.source());
		}
		return start(Origin.of(pair, body), from, List.of(participant(pair)), () -> openWith(pair));
	}

	/**
	 * A customer writes to a number of the account and to others at once.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String writeToGroup(String author, List<String> others, String ourNumber, String body) {
		return this.journal.causes()
			.during(Kind.CUSTOMER_WRITES, by(author), () -> writeToAll(author, others, ourNumber, body));
	}

	private static Map<String, String> by(String author) {
		return Map.of("address", author, "channel", Binding.typeOf(author));
	}

	private @Nullable String writeToAll(String author, List<String> others, String ourNumber, String body) {
		Conversation open = openGroup(author, others, ourNumber);
		if (open != null) {
			return addMessage(open, author, body, "SMS");
		}
		List<Participant> all = new ArrayList<>();
		Stream.concat(Stream.of(author), others.stream())
			.forEach((it) -> all.add(participant(Binding.of(it, null, null))));
		all.add(participant(Binding.of(null, null, ourNumber)));
		return start(Origin.ofGroup(author, others, ourNumber, body), author, all,
				() -> openGroup(author, others, ourNumber));
	}

	/** Ends the initialization of a conversation. */
	public void activate(String sid) {
		Conversation active = this.world.conversations().activate(sid);
		if (active != null) {
			this.webhooks.send(this.webhooks.events().stateUpdated(active, State.INITIALIZING, "EVENT"));
		}
	}

	/**
	 * Creates a conversation, unless the service rejects it.
	 * @param meanwhile finds a conversation that another message has started in the
	 * meantime
	 */
	private @Nullable String start(Origin origin, String author, List<Participant> participants,
			Supplier<@Nullable Conversation> meanwhile) {
		String body = String.valueOf(origin.body());
		try {
			Draft draft = this.webhooks.ask(Draft.EMPTY, origin);
			State state = this.conditions.initializing().isZero() ? State.ACTIVE : State.INITIALIZING;
			Conversation conversation = this.world.conversations().create(draft, state, participants);
			return announce(this.world.conversations().addMessage(conversation.sid(), author, body), origin);
		}
		catch (RestException ex) {
			Conversation open = meanwhile.get();
			if (open != null) {
				return addMessage(open, author, body, origin.source());
			}
			this.journal.note("A message is lost: " + ex.getMessage());
			return null;
		}
	}

	private String announce(Conversation started, Origin origin) {
		Events events = this.webhooks.events();
		activateLater(started);
		List<Event> all = new ArrayList<>();
		all.add(events.conversation("onConversationAdded", started, origin));
		started.participants()
			.forEach((it) -> all.add(events.participant("onParticipantAdded", started, it, origin.source())));
		all.add(events.messageAdded(started, origin.source()));
		all.add(events.routing(started, origin));
		this.webhooks.send(all);
		return started.sid();
	}

	private void activateLater(Conversation conversation) {
		if (conversation.state() == State.INITIALIZING) {
			Executor later = CompletableFuture.delayedExecutor(this.conditions.initializing().toMillis(),
					TimeUnit.MILLISECONDS, this.threads);
			later.execute(() -> activate(conversation.sid()));
		}
	}

	private String addMessage(Conversation open, String author, String body, String source) {
		Conversation updated = this.world.conversations().addMessage(open.sid(), author, body);
		this.webhooks.send(this.webhooks.events().messageAdded(updated, source));
		return updated.sid();
	}

	private Participant participant(Binding binding) {
		return Participant.of(null, binding, "{}", this.world.now());
	}

	private @Nullable Conversation openWith(Binding pair) {
		return this.world.conversations().findOpen((it) -> it.hasPair(pair));
	}

	private @Nullable Conversation openGroup(String author, List<String> others, String ourNumber) {
		Set<String> wanted = Stream.concat(Stream.of(author), others.stream()).collect(Collectors.toSet());
		return this.world.conversations()
			.findOpen((it) -> ourNumber.equals(it.groupNumber()) && wanted.equals(it.addresses()));
	}

}
