package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.webhook.Events;
import io.frontlineservice.sandbox.pretend.webhook.Origin;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.util.List;
import java.util.Map;

/**
 * What workers do in the Frontline app. Called by {@code PretendTwilio} and the sandbox's
 * page. Thread-safe.
 */
public final class FrontlineApp {

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Journal journal;

	private final AppScreens screens;

	private final WhatsAppRule whatsApp;

	public FrontlineApp(PretendWorld world, Webhooks webhooks, Journal journal, AppScreens screens,
			WhatsAppRule whatsApp) {
		this.world = world;
		this.webhooks = webhooks;
		this.journal = journal;
		this.screens = screens;
		this.whatsApp = whatsApp;
	}

	/**
	 * A worker starts a conversation with a customer. That a failed conversation is
	 * deleted is a guess.
	 * @return the SID of the conversation
	 * @throws AppException if the conversation cannot be started
	 */
	public String start(String worker, String customerId, String channelType, String channelValue) {
		try {
			Draft draft = this.webhooks.ask(Draft.EMPTY, Origin.API);
			String sid = this.world.conversations().create(draft, State.ACTIVE).sid();
			try {
				Participant customer = customer(worker, customerId, channelType, channelValue);
				join(sid, customer, Participant.of(worker, null, "{}", this.world.now()));
			}
			catch (AppException | RestException ex) {
				this.world.conversations().delete(sid);
				throw ex;
			}
			return sid;
		}
		catch (AppException ex) {
			throw logged(ex);
		}
		catch (RestException ex) {
			throw logged(AppException.notStarted(ex));
		}
	}

	private void join(String sid, Participant customer, Participant writer) {
		this.world.conversations().add(sid, customer);
		Conversation conversation = this.world.conversations().add(sid, writer);
		this.world.users().getOrCreate(String.valueOf(writer.identity()));
		Events events = this.webhooks.events();
		this.webhooks.send(List.of(events.conversation("onConversationAdded", conversation, Origin.API),
				events.participant("onParticipantAdded", conversation, customer, "API"),
				events.participant("onParticipantAdded", conversation, writer, "API")));
	}

	private AppException logged(AppException ex) {
		this.journal.note("The conversation is not started: " + ex.getMessage());
		return ex;
	}

	/**
	 * A worker writes a message.
	 * @throws AppException if it cannot be sent
	 */
	public void write(String worker, String sid, String body) {
		try {
			if (!this.whatsApp.allows(this.world.conversations().get(sid), body)) {
				throw AppException.sessionOver();
			}
			Conversation updated = this.world.conversations().addMessage(sid, worker, body);
			this.webhooks.send(this.webhooks.events().messageAdded(updated, "SDK"));
		}
		catch (RestException ex) {
			throw AppException.of(ex);
		}
	}

	/** Whether only an approved template can be written in that conversation. */
	public boolean wantsTemplate(Conversation conversation) {
		return this.whatsApp.wantsTemplate(conversation);
	}

	/**
	 * A worker closes a conversation.
	 * @throws AppException if it is closed or does not exist
	 */
	public void close(String sid) {
		try {
			State before = this.world.conversations().get(sid).state();
			Conversation closed = this.world.conversations()
				.change(sid, (it) -> it.with(State.CLOSED, this.world.now()));
			this.webhooks.send(this.webhooks.events().stateUpdated(closed, before, "API"));
		}
		catch (RestException ex) {
			throw AppException.of(ex);
		}
	}

	public void join(String sid, String identity) {
		String number = this.world.conversations().get(sid).groupNumber();
		Participant participant = Participant.of(identity, (number != null) ? Binding.of(null, null, number) : null,
				"{}", this.world.now());
		Conversation joined = this.world.conversations().add(sid, participant);
		this.world.users().getOrCreate(identity);
		this.webhooks.send(this.webhooks.events().participant("onParticipantAdded", joined, participant, "SDK"));
	}

	public void leave(String sid, String identity) {
		Participant participant = this.world.conversations()
			.get(sid)
			.find(identity)
			.orElseThrow(() -> RestException.notFound(identity));
		Conversation left = this.world.conversations().change(sid, (it) -> it.without(participant));
		this.webhooks.send(this.webhooks.events().participant("onParticipantRemoved", left, participant, "SDK"));
	}

	/** That a chat customer is added by identity is a guess. */
	private Participant customer(String worker, String customerId, String channelType, String channelValue) {
		String proxyAddress = this.screens.proxyAddress(worker, customerId, channelType, channelValue);
		String attributes = Reply.JSON.writeValueAsString(Map.of("customer_id", customerId));
		if (channelType.equals(ChannelType.CHAT.wireName())) {
			return Participant.of(channelValue, null, attributes, this.world.now());
		}
		return Participant.of(null, binding(channelValue, proxyAddress), attributes, this.world.now());
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
