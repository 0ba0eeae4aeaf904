package io.frontlineservice.address;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The channels on which a Frontline worker can write to a customer, and all that differs
 * between them. Part of the wire: the {@code type} of a Channel in Twilio's
 * documentation.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
public enum ChannelType {

	/** Text messages. Twilio writes the number alone; people may write {@code sms:}. */
	SMS("SMS", "", true),

	/**
	 * WhatsApp: {@code whatsapp:} and the number, or a user id of a person without a
	 * number.
	 */
	WHATSAPP("WhatsApp", "whatsapp:", true),

	/** Chat in the business's own app or site: a Conversations identity. */
	CHAT("chat", "", false);

	private final String label;

	private final String prefix;

	private final boolean hasNumber;

	ChannelType(String label, String prefix, boolean hasNumber) {
		this.label = label;
		this.prefix = prefix;
		this.hasNumber = hasNumber;
	}

	/** The name on the wire, in lower case. */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The name as people write it. */
	public String label() {
		return this.label;
	}

	/** What an address of this channel begins with on the wire; may be empty. */
	public String prefix() {
		return this.prefix;
	}

	/**
	 * Whether the address is a phone number, after the prefix; otherwise an identity. On
	 * WhatsApp it may also be a user id.
	 */
	public boolean hasNumber() {
		return this.hasNumber;
	}

	/**
	 * The channel of the sender that writes to customers of this channel. Chat has no
	 * senders: Twilio takes an SMS number as its proxy address.
	 */
	public ChannelType senderChannel() {
		return (this == CHAT) ? SMS : this;
	}

	/** Whether a sender can be configured for this channel. */
	public boolean hasSenders() {
		return senderChannel() == this;
	}

	/**
	 * What people may write before an address of this channel. Empty for an identity
	 * without a prefix, which may itself contain a colon.
	 */
	String scheme() {
		return (this.hasNumber || !this.prefix.isEmpty()) ? wireName() + ":" : "";
	}

	/** The address without the prefix of this channel, in either case. */
	public String withoutPrefix(String address) {
		String text = address.strip();
		return startsWith(text, this.prefix) ? text.substring(this.prefix.length()).strip() : text;
	}

	/**
	 * The channel of an address by its prefix: SMS if it has none. Not for chat
	 * identities.
	 */
	public static ChannelType ofAddress(String address) {
		String text = address.strip();
		return Arrays.stream(values())
			.filter((type) -> !type.prefix.isEmpty() && startsWith(text, type.prefix))
			.findFirst()
			.orElse(SMS);
	}

	/** The channel of that name, in any case; empty if Frontline has no such channel. */
	public static Optional<ChannelType> named(String name) {
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		return Arrays.stream(values()).filter((type) -> type.wireName().equals(wanted)).findFirst();
	}

	/** The names of all channels on the wire. */
	public static List<String> wireNames() {
		return Arrays.stream(values()).map(ChannelType::wireName).toList();
	}

	static boolean startsWith(String text, String prefix) {
		return text.regionMatches(true, 0, prefix, 0, prefix.length());
	}

}
