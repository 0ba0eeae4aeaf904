package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.Stage;
import io.frontlineservice.sandbox.pretend.webhook.Events;
import io.frontlineservice.sandbox.pretend.webhook.Origin;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What workers do in the Frontline app. Called by {@code PretendTwilio} and by whoever
 * holds a pretend phone. Thread-safe.
 */
public final class FrontlineApp {

	private final Stage stage;

	private final AppScreens screens;

	public FrontlineApp(Stage stage, AppScreens screens) {
		this.stage = stage;
		this.screens = screens;
	}

	/**
	 * A worker writes to a customer. What becomes of the conversation when that fails is
	 * guessed: it is deleted.
	 * @return the SID of the conversation
	 * @throws AppException if there is none
	 */
	public String start(String worker, String customerId, String channelType, String channelValue) {
		try {
			Draft draft = this.stage.preEvents()
				.ask(Draft.EMPTY, this.stage.events().conversationAdd(Draft.EMPTY, Origin.API));
			String sid = this.stage.conversations().create(draft, State.ACTIVE).sid();
			try {
				Participant customer = customer(worker, customerId, channelType, channelValue);
				join(sid, customer, Participant.of(worker, null, "{}", this.stage.now()));
			}
			catch (AppException | RestException ex) {
				this.stage.conversations().delete(sid);
				throw ex;
			}
			return sid;
		}
		catch (AppException ex) {
			throw noted(ex);
		}
		catch (RestException ex) {
			throw noted(AppException.of(ex));
		}
	}

	private void join(String sid, Participant customer, Participant writer) {
		this.stage.conversations().add(sid, customer);
		Conversation conversation = this.stage.conversations().add(sid, writer);
		this.stage.users().getOrCreate(String.valueOf(writer.identity()));
		Events events = this.stage.events();
		this.stage.deliveries()
			.send(List.of(events.conversation("onConversationAdded", conversation, Origin.API),
					events.participant("onParticipantAdded", conversation, customer, "API"),
					events.participant("onParticipantAdded", conversation, writer, "API")));
	}

	private AppException noted(AppException ex) {
		this.stage.note("No conversation is begun: " + ex.getMessage());
		return ex;
	}

	/**
	 * A worker writes a message.
	 * @throws AppException if it cannot be sent
	 */
	public void write(String worker, String sid, String body) {
		try {
			if (!this.stage.whatsApp().allows(this.stage.conversations().get(sid), body)) {
				throw AppException.sessionOver();
			}
			Conversation said = this.stage.conversations().addMessage(sid, worker, body);
			this.stage.deliveries().send(List.of(this.stage.events().messageAdded(said, "SDK")));
		}
		catch (RestException ex) {
			throw AppException.of(ex);
		}
	}

	/** Whether nothing but an approved template can be written there. */
	public boolean wantsTemplate(Conversation conversation) {
		return this.stage.whatsApp().wantsTemplate(conversation);
	}

	/**
	 * A worker closes a conversation.
	 * @throws AppException if it is closed, or there is none
	 */
	public void close(String sid) {
		try {
			State before = this.stage.conversations().get(sid).state();
			Conversation closed = this.stage.conversations()
				.change(sid, (it) -> it.with(State.CLOSED, this.stage.now()));
			this.stage.deliveries().send(List.of(this.stage.events().stateUpdated(closed, before, "API")));
		}
		catch (RestException ex) {
			throw AppException.of(ex);
		}
	}

	public void join(String sid, String identity) {
		String number = this.stage.conversations().get(sid).groupNumber();
		Participant participant = Participant.of(identity, (number != null) ? Binding.of(null, null, number) : null,
				"{}", this.stage.now());
		Conversation joined = this.stage.conversations().add(sid, participant);
		this.stage.users().getOrCreate(identity);
		this.stage.deliveries()
			.send(List.of(this.stage.events().participant("onParticipantAdded", joined, participant, "SDK")));
	}

	public void leave(String sid, String identity) {
		Participant participant = this.stage.conversations()
			.get(sid)
			.find(identity)
			.orElseThrow(() -> RestException.notFound(identity));
		Conversation left = this.stage.conversations().change(sid, (it) -> it.without(participant));
		this.stage.deliveries()
			.send(List.of(this.stage.events().participant("onParticipantRemoved", left, participant, "SDK")));
	}

	/** That a chat customer is added by identity is guessed. */
	private Participant customer(String worker, String customerId, String channelType, String channelValue) {
		JsonNode answer = this.screens.ask(AppForms.proxyAddress(worker, customerId, channelType, channelValue));
		String proxyAddress = answer.path("proxy_address").asString("");
		if (!Binding.isAddress(proxyAddress)) {
			throw AppException.unusableProxyAddress();
		}
		String attributes = Reply.JSON.writeValueAsString(Map.of("customer_id", customerId));
		if (channelType.equals("chat")) {
			return Participant.of(channelValue, null, attributes, this.stage.now());
		}
		return Participant.of(null, binding(channelValue, proxyAddress), attributes, this.stage.now());
	}

	private static Binding binding(String address, String proxyAddress) {
		if (!Binding.isAddress(address)) {
			throw AppException.unusableContact();
		}
		if (proxyAddress.equals(address)) {
			throw AppException.sameAddress();
		}
		if (!Binding.typeOf(proxyAddress).equals(Binding.typeOf(address))) {
			throw AppException.otherChannel();
		}
		return Binding.of(address, proxyAddress, null);
	}

}
