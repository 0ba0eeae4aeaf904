package io.frontlineservice.address;

import java.util.List;
import java.util.Optional;
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

	private InboundAddresses() {
	}

	/**
	 * The addresses in Twilio's order, without duplicates. A sender may also be a short
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
		ChannelType channel = ChannelType.ofAddress(text);
		Address address = Address.of(channel, channel.withoutPrefix(text));
		return Optional.of(address).filter((it) -> it.number() != null || it.isIdentity());
	}

}
