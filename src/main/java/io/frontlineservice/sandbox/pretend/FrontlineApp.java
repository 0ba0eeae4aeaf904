package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.Callbacks.Answer;
import io.frontlineservice.sandbox.pretend.Conversation.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What workers do in the Frontline app. Called by {@link PretendTwilio}. Thread-safe.
 */
final class FrontlineApp {

	private final Stage stage;

	FrontlineApp(Stage stage) {
		this.stage = stage;
	}

	/**
	 * A worker writes to a customer. What becomes of the conversation when that fails is
	 * guessed: it is deleted.
	 * @return the SID of the conversation; null if there is none
	 */
	@Nullable String start(String worker, String customerId, String channelType, String channelValue) {
		String sid = null;
		try {
			Draft draft = this.stage.preEvents()
				.ask(Draft.EMPTY, this.stage.events().conversationAdd(Draft.EMPTY, Origin.API));
			sid = this.stage.conversations().create(draft, State.ACTIVE).sid();
			Answer answer = this.stage.callbacks()
				.post(this.stage.events().proxyAddress(worker, customerId, channelType, channelValue));
			Participant customer = customer(customerId, channelType, channelValue, answer);
			Participant writer = Participant.of(worker, null, "{}", this.stage.now());
			this.stage.conversations().add(sid, customer);
			Conversation conversation = this.stage.conversations().add(sid, writer);
			this.stage.users().joined(worker);
			this.stage.deliveries()
				.send(List.of(this.stage.events().conversation("onConversationAdded", conversation, Origin.API),
						this.stage.events().participant("onParticipantAdded", conversation, customer, "API"),
						this.stage.events().participant("onParticipantAdded", conversation, writer, "API")));
			return sid;
		}
		catch (RestProblem ex) {
			this.stage.note("No conversation is begun: " + ex.getMessage());
			if (sid != null) {
				this.stage.conversations().delete(sid);
			}
			return null;
		}
	}

	void close(String sid) {
		State before = this.stage.conversations().get(sid).state();
		Conversation closed = this.stage.conversations().change(sid, (it) -> it.with(State.CLOSED, this.stage.now()));
		this.stage.deliveries().send(List.of(this.stage.events().stateUpdated(closed, before, "API")));
	}

	void join(String sid, String identity) {
		String number = this.stage.conversations().get(sid).groupNumber();
		Participant participant = Participant.of(identity, (number != null) ? Binding.of(null, null, number) : null,
				"{}", this.stage.now());
		Conversation joined = this.stage.conversations().add(sid, participant);
		this.stage.users().joined(identity);
		this.stage.deliveries()
			.send(List.of(this.stage.events().participant("onParticipantAdded", joined, participant, "SDK")));
	}

	void leave(String sid, String identity) {
		Participant participant = this.stage.conversations()
			.get(sid)
			.find(identity)
			.orElseThrow(() -> RestProblem.notFound(identity));
		Conversation left = this.stage.conversations().change(sid, (it) -> it.without(participant));
		this.stage.deliveries()
			.send(List.of(this.stage.events().participant("onParticipantRemoved", left, participant, "SDK")));
	}

	/** That a chat customer is added by identity is guessed. */
	private Participant customer(String customerId, String channelType, String channelValue, Answer answer) {
		String proxyAddress = proxyAddress(answer);
		String attributes = Reply.JSON.writeValueAsString(Map.of("customer_id", customerId));
		if (channelType.equals("chat")) {
			return Participant.of(channelValue, null, attributes, this.stage.now());
		}
		if (proxyAddress.equals(channelValue) || !Binding.typeOf(proxyAddress).equals(Binding.typeOf(channelValue))) {
			throw RestProblem.invalid("48027/48029: the proxy address does not go with the customer's");
		}
		return Participant.of(null, Binding.of(channelValue, proxyAddress, null), attributes, this.stage.now());
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
