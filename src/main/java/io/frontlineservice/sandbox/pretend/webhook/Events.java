package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import io.frontlineservice.sandbox.pretend.world.Draft;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import java.time.InstantSource;

/**
 * Creates the forms that Twilio posts. Called by phones and the REST API. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Twilio:
 * Conversations Webhooks</a>
 */
public final class Events {

	private final String accountSid;

	private final InstantSource clock;

	public Events(String accountSid, InstantSource clock) {
		this.accountSid = accountSid;
		this.clock = clock;
	}

	/** The pre-event, which has no SID yet. */
	public Event conversationAdd(Draft draft, Origin origin) {
		Event.Builder form = webhook("onConversationAdd", origin.source()).with("DateCreated", now());
		describe(form, draft, State.ACTIVE);
		return form.with(origin.bindings())
			.with("MessageBody", origin.body())
			.build("onConversationAdd", Callback.CONVERSATIONS);
	}

	/** A change of a conversation. */
	public Event conversation(String type, Conversation conversation, Origin origin) {
		Event.Builder form = webhook(type, origin.source()).with("ConversationSid", conversation.sid())
			.with("DateCreated", conversation.createdAt().toString())
			.with("DateUpdated", conversation.updatedAt().toString());
		describe(form, conversation.draft(), conversation.state());
		return form.with(origin.bindings()).build(type, Callback.CONVERSATIONS);
	}

	/** A change of a participant. */
	public Event participant(String type, Conversation conversation, Participant participant, String source) {
		Event.Builder form = webhook(type, source).with("ConversationSid", conversation.sid())
			.with("ParticipantSid", participant.sid())
			.with("DateCreated", participant.createdAt().toString())
			.with("Identity", participant.identity())
			.with("RoleSid", "RL" + "0".repeat(32))
			.with("Attributes", participant.attributes())
			.with("ChatServiceSid", Account.SERVICE_SID);
		Binding binding = participant.binding();
		if (binding != null) {
			form.with("MessagingBinding.Type", binding.type())
				.with("MessagingBinding.Address", binding.address())
				.with("MessagingBinding.ProxyAddress", binding.proxyAddress())
				.with("MessagingBinding.ProjectedAddress", binding.projectedAddress());
		}
		return form.build(type, Callback.CONVERSATIONS);
	}

	public Event stateUpdated(Conversation conversation, State before, String reason) {
		return webhook("onConversationStateUpdated", "API").with("ConversationSid", conversation.sid())
			.with("ChatServiceSid", Account.SERVICE_SID)
			.with("MessagingServiceSid", Account.MESSAGING_SERVICE_SID)
			.with("StateFrom", before.word())
			.with("StateTo", conversation.state().word())
			.with("StateUpdated", conversation.updatedAt().toString())
			.with("Reason", reason)
			.build("onConversationStateUpdated", Callback.CONVERSATIONS);
	}

	/** The pre-event of a message, which has no SID yet. */
	public Event messageAdd(Conversation conversation, MessageDraft message) {
		Participant writer = conversation.writer(message.author());
		return webhook("onMessageAdd", "SDK").with("ClientIdentity", message.author())
			.with("ConversationSid", conversation.sid())
			.with("Body", message.body())
			.with("Author", message.author())
			.with("ParticipantSid", (writer != null) ? writer.sid() : null)
			.with("Attributes", message.attributes())
			.with("ChatServiceSid", Account.SERVICE_SID)
			.build("onMessageAdd", Callback.CONVERSATIONS);
	}

	/** The last message of a conversation was added. */
	public Event messageAdded(Conversation conversation, String source) {
		Message message = conversation.lastMessage();
		return webhook("onMessageAdded", source).with("ClientIdentity", source.equals("SDK") ? message.author() : null)
			.with("ConversationSid", conversation.sid())
			.with("MessageSid", message.sid())
			.with("Index", Integer.toString(message.index()))
			.with("DateCreated", message.createdAt().toString())
			.with("Body", message.body())
			.with("Author", message.author())
			.with("ParticipantSid", message.participantSid())
			.with("Attributes", message.attributes())
			.with("ChatServiceSid", Account.SERVICE_SID)
			.build("onMessageAdded", Callback.CONVERSATIONS);
	}

	/**
	 * A receipt was created or changed. That the code is 0 without an error is a guess.
	 */
	public Event deliveryUpdated(Conversation conversation, Message message, Receipt receipt) {
		return webhook("onDeliveryUpdated", "API").with("ConversationSid", conversation.sid())
			.with("ChatServiceSid", Account.SERVICE_SID)
			.with("MessageSid", message.sid())
			.with("DeliveryReceiptSid", receipt.sid())
			.with("ChannelMessageSid", receipt.channelMessageSid())
			.with("ParticipantSid", receipt.participantSid())
			.with("Status", receipt.status().word())
			.with("ErrorCode", Integer.toString(receipt.errorCode()))
			.with("DateCreated", receipt.createdAt().toString())
			.with("DateUpdated", receipt.updatedAt().toString())
			.build("onDeliveryUpdated", Callback.CONVERSATIONS);
	}

	/** The custom routing callback, which has no {@code EventType}. */
	public Event routing(Conversation conversation, Origin origin) {
		return new Event.Builder().with("AccountSid", this.accountSid)
			.with("ConversationSid", conversation.sid())
			.with("FriendlyName", (conversation.friendlyName() != null) ? conversation.friendlyName() : "")
			.with("UniqueName", (conversation.uniqueName() != null) ? conversation.uniqueName() : "")
			.with("Attributes", conversation.attributes())
			.with("ConversationServiceSid", Account.SERVICE_SID)
			.with(origin.bindings())
			.with("State", conversation.state().word())
			.with("DateCreated", conversation.createdAt().toString())
			.with("DateUpdated", conversation.updatedAt().toString())
			.build(Event.ROUTING, Callback.ROUTING);
	}

	private Event.Builder webhook(String type, String source) {
		return new Event.Builder().with("AccountSid", this.accountSid).with("EventType", type).with("Source", source);
	}

	private static void describe(Event.Builder form, Draft draft, State state) {
		form.with("FriendlyName", draft.friendlyName())
			.with("UniqueName", (draft.uniqueName() != null) ? draft.uniqueName() : "")
			.with("Attributes", draft.attributes())
			.with("ChatServiceSid", Account.SERVICE_SID)
			.with("MessagingServiceSid", Account.MESSAGING_SERVICE_SID)
			.with("State", state.word());
	}

	private String now() {
		return this.clock.instant().toString();
	}

}
