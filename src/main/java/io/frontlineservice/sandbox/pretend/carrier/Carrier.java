package io.frontlineservice.sandbox.pretend.carrier;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.account.Contents;
import io.frontlineservice.sandbox.pretend.webhook.Event;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.MessageDraft;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import io.frontlineservice.sandbox.pretend.world.Receipt;
import io.frontlineservice.sandbox.pretend.world.Receipt.Status;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Publishes messages and delivers them to the customers of their conversation, each with
 * a receipt. Also learns from what customers write. Called by phones and the REST API.
 * Thread-safe.
 * <p>
 * Documented: the error codes, and that a receipt is posted for each change. Guessed:
 * that a message that fails is never {@code sent} before.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/delivery-receipts">Twilio:
 * Delivery Receipts</a>
 */
public final class Carrier {

	/** The customer has opted out. */
	private static final int OPTED_OUT = 21610;

	/** Neither in the 24-hour window nor an approved content. */
	private static final int WINDOW_CLOSED = 63016;

	/** The address is not a user of WhatsApp. */
	private static final int NOT_ON_WHATSAPP = 63024;

	private final OptOuts optOuts = new OptOuts();

	private final PretendWorld world;

	private final Webhooks webhooks;

	private final Conditions conditions;

	private final Contents contents;

	private final WhatsAppSessions sessions;

	public Carrier(PretendWorld world, Webhooks webhooks, Conditions conditions, Contents contents,
			WhatsAppSessions sessions) {
		this.world = world;
		this.webhooks = webhooks;
		this.conditions = conditions;
		this.contents = contents;
		this.sessions = sessions;
	}

	/** A customer writes a message to a number of the account. */
	public void received(Binding pair, String body) {
		if (pair.isOn(ChannelType.WHATSAPP)) {
			this.sessions.open(pair);
		}
		else {
			this.optOuts.read(String.valueOf(pair.address()), body);
		}
	}

	/**
	 * Adds a message to a conversation, with its first receipts. Posts nothing.
	 * @return the conversation, whose last message it is
	 */
	public Conversation publish(String sid, MessageDraft draft) {
		return this.world.conversations().addMessage(sid, draft, (conversation) -> receipts(conversation, draft));
	}

	/**
	 * Delivers the last message of a conversation, and posts its receipts.
	 * @param published the result of {@link #publish}
	 */
	public void deliver(Conversation published) {
		Message message = published.lastMessage();
		for (Receipt receipt : message.receipts()) {
			post(published, message, receipt);
			if (receipt.status() == Status.SENT) {
				Receipt delivered = receipt.delivered(this.world.now());
				if (this.world.conversations().update(published.sid(), message.sid(), delivered) != null) {
					post(published, message, delivered);
				}
			}
		}
	}

	public void clear() {
		this.optOuts.clear();
		this.sessions.clear();
	}

	private void post(Conversation conversation, Message message, Receipt receipt) {
		Event event = this.webhooks.events().deliveryUpdated(conversation, message, receipt);
		this.webhooks.send(event);
	}

	/**
	 * A message of a customer needs no receipt: the carriers deliver it within a group.
	 */
	private List<Receipt> receipts(Conversation conversation, MessageDraft draft) {
		Participant writer = conversation.writer(draft.author());
		if (writer != null && writer.writesFromPhone()) {
			return List.of();
		}
		return conversation.participants()
			.stream()
			.filter(Participant::writesFromPhone)
			.map((it) -> receipt(it, Objects.requireNonNull(it.binding()), draft))
			.toList();
	}

	private Receipt receipt(Participant receiver, Binding binding, MessageDraft draft) {
		String letters = binding.isOn(ChannelType.WHATSAPP) ? "WA" : (binding.proxyAddress() != null) ? "SM" : "MM";
		Receipt sent = Receipt.sent(receiver, letters + UUID.randomUUID().toString().replace("-", ""),
				this.world.now());
		int error = errorOf(binding, draft);
		return (error != 0) ? sent.failed(error) : sent;
	}

	/** Returns Twilio's error code; 0 if the customer gets the message. */
	private int errorOf(Binding binding, MessageDraft draft) {
		String address = String.valueOf(binding.address());
		if (!binding.isOn(ChannelType.WHATSAPP)) {
			return this.optOuts.contains(address) ? OPTED_OUT : 0;
		}
		if (!this.conditions.isOnWhatsApp(address)) {
			return NOT_ON_WHATSAPP;
		}
		return (this.sessions.isOpen(binding) || isApproved(draft)) ? 0 : WINDOW_CLOSED;
	}

	/**
	 * Since 2025-04-01 a plain text is never a template, not even with the same words.
	 */
	private boolean isApproved(MessageDraft draft) {
		Content content = (draft.contentSid() != null) ? this.contents.find(draft.contentSid()) : null;
		return content != null && content.isApproved();
	}

}
