package io.frontlineservice.address;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text that shows a person whose name is unknown: the number, or such words as
 * "WhatsApp user (US)" for a person without a number. Called to name conversations and
 * participants. Stateless and thread-safe.
 */
public final class AddressLabel {

	private static final Map<String, String> CHANNELS = Map.of("whatsapp", "WhatsApp", "messenger", "Messenger",
			"apple", "Apple Messages", "gbm", "Google Business Messages", "email", "E-mail", "rcs", "RCS");

	private AddressLabel() {
	}

	/**
	 * Returns the text for an address as Twilio writes it. The id of a person without a
	 * number is not in it. A short code or a sender's name is its own text.
	 */
	public static String of(String written) {
		Address address = InboundAddresses.read(written).stream().findFirst().orElse(null);
		if (address != null && address.number() != null) {
			return address.number();
		}
		String prefix = InboundAddresses.prefix(written);
		if (prefix == null) {
			return written.strip();
		}
		@Nullable String country = (address != null) ? address.country() : null;
		return channel(prefix) + " user" + ((country != null) ? " (" + country + ")" : "");
	}

	private static String channel(String prefix) {
		String capitalized = prefix.substring(0, 1).toUpperCase(Locale.ROOT) + prefix.substring(1);
		return CHANNELS.getOrDefault(prefix, capitalized);
	}

}
