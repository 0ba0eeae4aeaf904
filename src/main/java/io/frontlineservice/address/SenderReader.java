package io.frontlineservice.address;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads the business's own senders from the configuration. Called by {@code worker}.
 * Unlike {@link AddressReader} it accepts only the international form and nothing
 * doubtful, because the Twilio account must own exactly this sender. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48026">48026: invalid proxy
 * address</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48029">48029: a sender of another
 * channel</a>
 */
public final class SenderReader {

	/**
	 * Separators between digits, but not a zero in parentheses, which is not dialed from
	 * abroad.
	 */
	private static final Pattern FILLERS = Pattern.compile("(?!\\(\\s*0\\s*\\))[\\s\\p{Z}().-]");

	private SenderReader() {
	}

	/**
	 * Reads a sender of a channel that has senders. If it cannot be used, the remark
	 * continues a sentence that begins with the setting's name.
	 */
	public static AddressReading read(ChannelType channel, String written) {
		if (!channel.hasSenders()) {
			return AddressReading.unusable("must be a sender of " + channelsWithSenders() + ": " + channel.wireName()
					+ " has none of its own");
		}
		String text = written.strip();
		for (ChannelType other : ChannelType.values()) {
			if (other != channel && !other.scheme().isEmpty() && ChannelType.startsWith(text, other.scheme())) {
				return AddressReading.unusable("must be a sender of " + channel.wireName() + ": one that begins with "
						+ other.scheme() + " belongs to " + other.wireName());
			}
		}
		boolean hasScheme = ChannelType.startsWith(text, channel.scheme());
		String address = hasScheme ? text.substring(channel.scheme().length()).strip() : text;
		return channel.hasNumber() ? readNumber(channel, address) : readIdentity(channel, address);
	}

	private static AddressReading readNumber(ChannelType channel, String text) {
		String number = FILLERS.matcher(text).replaceAll("");
		// YAML drops the plus of a number without quotes, which could then belong to
		// any country.
		return Address.E164.matcher(number).matches() ? AddressReading.of(Address.of(channel, number)) : AddressReading
			.unusable("must be a number in international form, such as \"+15005550006\", in quotes");
	}

	private static AddressReading readIdentity(ChannelType channel, String text) {
		return text.isEmpty() ? AddressReading.unusable("must have an identity after " + channel.prefix())
				: AddressReading.of(Address.of(channel, text));
	}

	private static String channelsWithSenders() {
		return Arrays.stream(ChannelType.values())
			.filter(ChannelType::hasSenders)
			.map(ChannelType::wireName)
			.collect(Collectors.joining(" or "));
	}

}
