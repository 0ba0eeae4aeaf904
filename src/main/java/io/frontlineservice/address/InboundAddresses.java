package io.frontlineservice.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses of a conversation as Twilio sends them in {@code MessagingBinding}:
 * one address, or several separated by commas for a group MMS. Called for inbound
 * conversations. Unlike {@link AddressReader} it does not guess, because Twilio sends
 * complete addresses. Thread-safe.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/conversations/conversations-webhooks">Conversations
 * Webhooks</a>
 */
public final class InboundAddresses {

	private static final Pattern COMMA = Pattern.compile(",");

	/** What precedes the address on every channel but SMS and chat. */
	private static final Pattern PREFIX = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9_-]*):.*");

	/**
	 * RCS, which falls back to SMS, has an agent as the sender and a number as the user.
	 */
	private static final String RCS = "rcs";

	/** Another way to write a number, which Twilio does not use. */
	private static final String PHONE = "tel";

	private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]");

	/** Channels with a longer name do not exist, and would not fit into the store. */
	private static final int LONGEST_CHANNEL = 20;

	private InboundAddresses() {
	}

	/**
	 * The channel of an address as Twilio names it: the prefix, such as {@code whatsapp}
	 * or {@code rcs}, of at most 20 characters; {@code sms} without a prefix. Not for
	 * chat identities.
	 */
	public static String channelName(String sent) {
		int colon = sent.indexOf(':');
		return (colon > 0) ? sent.substring(0, Math.min(colon, LONGEST_CHANNEL)).toLowerCase(Locale.ROOT)
				: ChannelType.SMS.wireName();
	}

	/**
	 * The addresses in Twilio's order, without duplicates. A user of RCS is an SMS
	 * address. A user id of WhatsApp and an address with any other prefix, such as
	 * {@code messenger:}, is an identity as it is written. A sender may also be a short
	 * code or a name; these are left out, because no CRM knows them.
	 */
	public static List<Address> read(@Nullable String sent) {
		return COMMA.splitAsStream((sent != null) ? sent : "")
			.map((part) -> readOne(part.strip()))
			.flatMap(Optional::stream)
			.distinct()
			.toList();
	}

	private static Optional<Address> readOne(String text) {
		@Nullable String prefix = prefix(text);
		boolean isOfChannel = prefix == null
				|| ChannelType.named(prefix).filter((channel) -> channel != ChannelType.CHAT).isPresent();
		Address address = isOfChannel ? ofChannel(text) : withOtherPrefix(text, String.valueOf(prefix));
		return Optional.of(address).filter((it) -> it.number() != null || it.isIdentity());
	}

	private static Address ofChannel(String text) {
		ChannelType channel = ChannelType.ofAddress(text);
		return Address.of(channel, channel.withoutPrefix(text));
	}

	private static Address withOtherPrefix(String text, String prefix) {
		String value = text.substring(prefix.length() + 1).strip();
		if (prefix.equals(RCS) && Address.E164.matcher(value).matches()) {
			return Address.of(ChannelType.SMS, value);
		}
		return Address.ofIdentity((value.isEmpty() || prefix.equals(PHONE) || BLANK.matcher(value).find()) ? "" : text);
	}

	/** Returns the prefix of an address in lower case; null without a prefix. */
	static @Nullable String prefix(String address) {
		Matcher matcher = PREFIX.matcher(address);
		return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
	}

}
