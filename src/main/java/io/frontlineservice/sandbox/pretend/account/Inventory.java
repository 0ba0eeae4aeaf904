package io.frontlineservice.sandbox.pretend.account;

import io.frontlineservice.address.ChannelType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers, WhatsApp senders and messaging service of an account. By default the
 * account has only the messaging service. Changed by tests at any time. Thread-safe.
 */
public final class Inventory {

	private final Map<String, Sender> senders = new LinkedHashMap<>();

	private volatile @Nullable String messagingService = Account.MESSAGING_SERVICE_SID;

	private volatile String status = "active";

	public Inventory() {
	}

	/** Adds a number or WhatsApp sender that works. */
	public Inventory owns(String address) {
		return owns(address, true, true);
	}

	/**
	 * Adds a number or WhatsApp sender.
	 * @param sends whether it can send; for a number, SMS
	 * @param inService whether it is in the messaging service of Conversations
	 */
	public synchronized Inventory owns(String address, boolean sends, boolean inService) {
		this.senders.put(address, new Sender(address, sends, inService));
		return this;
	}

	/** Removes the messaging service of Conversations. */
	public Inventory withoutMessagingService() {
		this.messagingService = null;
		return this;
	}

	/**
	 * Sets the status of the account: {@code active}, {@code suspended} or
	 * {@code closed}.
	 */
	public Inventory status(String word) {
		this.status = word;
		return this;
	}

	public synchronized List<Sender> numbers() {
		return this.senders.values().stream().filter((it) -> !it.isWhatsApp()).toList();
	}

	public synchronized List<Sender> whatsAppSenders() {
		return this.senders.values().stream().filter(Sender::isWhatsApp).toList();
	}

	public @Nullable String messagingService() {
		return this.messagingService;
	}

	public String status() {
		return this.status;
	}

	/**
	 * A number or a WhatsApp sender.
	 *
	 * @param address the number, with the prefix {@code whatsapp:} for WhatsApp
	 * @param sends whether it can send
	 * @param inService whether it is in the messaging service of Conversations
	 */
	public record Sender(String address, boolean sends, boolean inService) {

		boolean isWhatsApp() {
			return ChannelType.ofAddress(this.address) == ChannelType.WHATSAPP;
		}

		/** Returns its SID, which is always the same for an address. */
		public String sid(String letters) {
			return letters + "%032x".formatted(this.address.hashCode() & 0xffffffffL);
		}

	}

}
