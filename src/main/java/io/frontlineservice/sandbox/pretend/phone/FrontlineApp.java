package io.frontlineservice.sandbox.pretend.phone;

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
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What workers do in the Frontline app. Called by {@code PretendTwilio} and the sandbox's
 * page. Thread-safe.
 */
public final class FrontlineApp {

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Journal journal;

	private final OutboundCustomers customers;

	private final WhatsAppRule whatsApp;

	private final Carrier carrier;

	public FrontlineApp(PretendWorld world, Webhooks webhooks, Journal journal, AppScreens screens,
			WhatsAppRule whatsApp, Carrier carrier) {
		this.world = world;
		this.webhooks = webhooks;
		this.journal = journal;
		this.customers = new OutboundCustomers(screens, world.clock());
		this.whatsApp = whatsApp;
		this.carrier = carrier;
	}

	/**
	 * A worker starts a conversation with a customer. That a failed conversation is
	 * deleted is a guess.
	 * @return the SID of the conversation
	 * @throws AppException if the conversation cannot be started
	 */
	public String start(String worker, String customerId, String channelType, String channelValue) {
		return this.journal.causes()
			.during(Kind.CONVERSATION_STARTED,
					Map.of("worker", worker, "customerId", customerId, "channel", channelType),
					() -> create(worker, customerId, channelType, channelValue));
	}

	private String create(String worker, String customerId, String channelType, String channelValue) {
		try {
			Draft draft = this.webhooks.ask(Draft.EMPTY, Origin.API);
			String sid = this.world.conversations().create(draft, State.ACTIVE).sid();
			try {
				Participant customer = this.customers.participant(worker, customerId, channelType, channelValue);
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
	 * A worker writes a message. Returns when the message is delivered or has failed, and
	 * all resulting events are posted and answered.
	 * @throws AppException if it cannot be sent, or the service rejects it
	 */
	public void write(String worker, String sid, String body) {
		this.journal.causes()
			.run(Kind.WORKER_WRITES, Map.of("worker", worker, "conversationSid", sid), () -> send(worker, sid, body));
	}

	private void send(String worker, String sid, String body) {
		try {
			Conversation conversation = this.world.conversations().getOpen(sid);
			if (!this.whatsApp.allows(conversation, body)) {
				throw AppException.sessionOver();
			}
			MessageDraft message = this.webhooks.ask(conversation, MessageDraft.of(worker, body));
			Conversation published = this.carrier.publish(sid, message);
			this.webhooks.send(this.webhooks.events().messageAdded(published, "SDK"));
			this.carrier.deliver(published);
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
	 * Returns when only approved templates can be written in that conversation; null if
	 * never.
	 */
	public @Nullable Instant templatesFrom(Conversation conversation) {
		return this.whatsApp.templatesFrom(conversation);
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
			send(Kind.CONVERSATION_CLOSED, Map.of("conversationSid", sid),
					this.webhooks.events().stateUpdated(closed, before, "API"));
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
		send(Kind.WORKER_JOINS, Map.of("worker", identity, "conversationSid", sid),
				this.webhooks.events().participant("onParticipantAdded", joined, participant, "SDK"));
	}

	public void leave(String sid, String identity) {
		Participant participant = this.world.conversations()
			.get(sid)
			.find(identity)
			.orElseThrow(() -> RestException.notFound(identity));
		Conversation left = this.world.conversations().change(sid, (it) -> it.without(participant));
		send(Kind.WORKER_LEAVES, Map.of("worker", identity, "conversationSid", sid),
				this.webhooks.events().participant("onParticipantRemoved", left, participant, "SDK"));
	}

	private void send(Kind action, Map<String, String> about, Event event) {
		this.journal.causes().run(action, about, () -> this.webhooks.send(event));
	}

}
