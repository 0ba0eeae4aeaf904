package io.frontlineservice.address;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses of a conversation as Twilio sends them in {@code MessagingBinding}:
 * one, or in a group MMS several with commas between them. Called for inbound
 * conversations. Unlike {@link AddressReader} it guesses nothing, because these are in
 * their final form. Thread-safe.
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
	 * The addresses for SMS and WhatsApp as Twilio writes them, each once, in its order.
	 * Empty where there are none: a sender may also be a short code or a name, which are
	 * legal, and nobody whom a CRM knows.
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
