package io.frontlineservice.sandbox.pretend.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the account of a {@code PretendTwilio} has, beside conversations: numbers,
 * WhatsApp senders, a messaging service. Nothing to begin with but the latter; set by
 * whoever makes one, and changed by tests at any time. Thread-safe.
 */
public final class Inventory {

	private final Map<String, Sender> senders = new LinkedHashMap<>();

	private volatile @Nullable String messagingService = Account.MESSAGING_SERVICE_SID;

	private volatile String status = "active";

	public Inventory() {
	}

	/** The account has that number, or WhatsApp sender, and all is well with it. */
	public Inventory owns(String address) {
		return owns(address, true, true);
	}

	/**
	 * The account has that number, or WhatsApp sender.
	 * @param sends whether it can send: SMS, if it is a number
	 * @param inService whether it is in the messaging service of Conversations
	 */
	public synchronized Inventory owns(String address, boolean sends, boolean inService) {
		this.senders.put(address, new Sender(address, sends, inService));
		return this;
	}

	/** Conversations has no messaging service. */
	public Inventory withoutMessagingService() {
		this.messagingService = null;
		return this;
	}

	/** The account's status: {@code active}, {@code suspended} or {@code closed}. */
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
	 * @param address the number, with {@code whatsapp:} before it on WhatsApp
	 * @param sends whether it can send
	 * @param inService whether it is in the messaging service of Conversations
	 */
	public record Sender(String address, boolean sends, boolean inService) {

		boolean isWhatsApp() {
			return this.address.startsWith("whatsapp:");
		}

		/** Its SID, always the same. */
		public String sid(String letters) {
			return letters + "%032x".formatted(this.address.hashCode() & 0xffffffffL);
		}

	}

}
