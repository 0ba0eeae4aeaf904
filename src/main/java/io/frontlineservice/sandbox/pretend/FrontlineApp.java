package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.Callbacks.Answer;
import io.frontlineservice.sandbox.pretend.Conversation.State;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What workers do in the Frontline app. Called by {@link PretendTwilio}. Thread-safe.
 */
final class FrontlineApp {

	private final Conversations conversations;

	private final Users users;

	private final PreEvents preEvents;

	private final Events events;

	private final Callbacks callbacks;

	private final Deliveries deliveries;

	private final Journal journal;

	private final InstantSource clock;

	FrontlineApp(Conversations conversations, Users users, PreEvents preEvents, Events events, Callbacks callbacks,
			Deliveries deliveries, Journal journal, InstantSource clock) {
		this.conversations = conversations;
		this.users = users;
		this.preEvents = preEvents;
		this.events = events;
		this.callbacks = callbacks;
		this.deliveries = deliveries;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * A worker writes to a customer. What becomes of the conversation when that fails is
	 * guessed: it is deleted.
	 * @return the SID of the conversation; null if there is none
	 */
	@Nullable String start(String worker, String customerId, String channelType, String channelValue) {
		String sid = null;
		try {
			Draft draft = this.preEvents.ask(Draft.EMPTY, this.events.conversationAdd(Draft.EMPTY, Origin.API));
			sid = this.conversations.create(draft, State.ACTIVE).sid();
			Answer answer = this.callbacks
				.post(this.events.proxyAddress(worker, customerId, channelType, channelValue));
			Participant customer = customer(customerId, channelType, channelValue, answer);
			Participant writer = Participant.of(worker, null, "{}", this.clock.instant());
			this.conversations.add(sid, customer);
			Conversation conversation = this.conversations.add(sid, writer);
			this.users.joined(worker);
			this.deliveries.send(List.of(this.events.conversation("onConversationAdded", conversation, Origin.API),
					this.events.participant("onParticipantAdded", conversation, customer, "API"),
					this.events.participant("onParticipantAdded", conversation, writer, "API")));
			return sid;
		}
		catch (RestProblem ex) {
			this.journal.note(this.clock.instant(), "No conversation is begun: " + ex.getMessage());
			if (sid != null) {
				this.conversations.delete(sid);
			}
			return null;
		}
	}

	void close(String sid) {
		State before = this.conversations.get(sid).state();
		Conversation closed = this.conversations.change(sid, (it) -> it.with(State.CLOSED, this.clock.instant()));
		this.deliveries.send(List.of(this.events.stateUpdated(closed, before, "API")));
	}

	void join(String sid, String identity) {
		String number = this.conversations.get(sid).groupNumber();
		Participant participant = Participant.of(identity, (number != null) ? Binding.of(null, null, number) : null,
				"{}", this.clock.instant());
		Conversation joined = this.conversations.add(sid, participant);
		this.users.joined(identity);
		this.deliveries.send(List.of(this.events.participant("onParticipantAdded", joined, participant, "SDK")));
	}

	void leave(String sid, String identity) {
		Participant participant = this.conversations.get(sid)
			.find(identity)
			.orElseThrow(() -> RestProblem.notFound(identity));
		Conversation left = this.conversations.change(sid, (it) -> it.without(participant));
		this.deliveries.send(List.of(this.events.participant("onParticipantRemoved", left, participant, "SDK")));
	}

	/** That a chat customer is added by identity is guessed. */
	private Participant customer(String customerId, String channelType, String channelValue, Answer answer) {
		String proxyAddress = proxyAddress(answer);
		String attributes = Reply.JSON.writeValueAsString(Map.of("customer_id", customerId));
		if (channelType.equals("chat")) {
			return Participant.of(channelValue, null, attributes, this.clock.instant());
		}
		if (proxyAddress.equals(channelValue) || !Binding.typeOf(proxyAddress).equals(Binding.typeOf(channelValue))) {
			throw RestProblem.invalid("48027/48029: the proxy address does not go with the customer's");
		}
		return Participant.of(null, Binding.of(channelValue, proxyAddress, null), attributes, this.clock.instant());
	}

	private static String proxyAddress(Answer answer) {
		if (!answer.isSuccess()) {
			throw RestProblem.invalid("48004: the outgoing conversations callback answered " + answer.status());
		}
		try {
			String address = Reply.JSON.readTree(answer.body()).path("proxy_address").asString("");
			if (!Binding.isAddress(address)) {
				throw RestProblem.invalid("48026: the answer has no proxy address");
			}
			return address;
		}
		catch (JacksonException ex) {
			throw RestProblem.invalid("48003: the answer is not JSON");
		}
	}

}
