package io.frontlineservice.address;

import java.util.regex.Pattern;

/**
 * Reads the numbers that we write from, as operators write them into configuration.
 * Called by {@code worker}. Unlike {@link AddressReader} it knows no habits of a country
 * and keeps nothing that is doubtful: what is read here is what Twilio must own.
 * Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48026">48026: what is no address
 * to write from</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48029">48029: a sender of another
 * channel</a>
 */
public final class SenderReader {

	private static final String SMS_PREFIX = "sms:";

	/**
	 * What may stand between digits; a zero in parentheses is not dialled from abroad.
	 */
	private static final Pattern FILLERS = Pattern.compile("(?!\\(\\s*0\\s*\\))[\\s\\p{Z}().-]");

	private SenderReader() {
	}

	/**
	 * Reads a sender of SMS or WhatsApp; chat has none of its own. The remark of what
	 * cannot be used follows the sender's key.
	 */
	public static AddressReading read(ChannelType channel, String written) {
		return switch (channel) {
			case SMS -> read(channel, written, SMS_PREFIX, Address.WHATSAPP_PREFIX, "");
			case WHATSAPP -> read(channel, written, Address.WHATSAPP_PREFIX, SMS_PREFIX, Address.WHATSAPP_PREFIX);
			case CHAT -> AddressReading.unusable("must be a sender of sms or whatsapp: chat has none of its own");
		};
	}

	private static AddressReading read(ChannelType channel, String written, String ownPrefix, String otherPrefix,
			String keptPrefix) {
		String text = written.strip();
		if (startsWith(text, otherPrefix)) {
			return AddressReading.unusable("must be a sender of " + channel.wireName() + ": one that begins with "
					+ otherPrefix + " belongs to " + otherPrefix.substring(0, otherPrefix.length() - 1));
		}
		String number = FILLERS.matcher(startsWith(text, ownPrefix) ? text.substring(ownPrefix.length()) : text)
			.replaceAll("");
		// Without the plus it might be a number of any country: YAML takes it from one
		// that is not in quotes.
		return Address.E164.matcher(number).matches() ? AddressReading.of(new Address(channel, keptPrefix + number))
				: AddressReading
					.unusable("must be a number in international form, such as \"+15005550006\", in quotes");
	}

	private static boolean startsWith(String text, String prefix) {
		return text.regionMatches(true, 0, prefix, 0, prefix.length());
	}

}
