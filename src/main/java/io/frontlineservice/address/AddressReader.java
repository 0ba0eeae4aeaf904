package io.frontlineservice.address;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as people and CRMs write them. Keeps a number in WhatsApp's own form as
 * it is: see {@link Address#comparableNumber}. A user id of WhatsApp is recognized before
 * all numbers, because its digits could be read as one. Called by CRM adapters.
 * Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48025">48025: what Frontline
 * refuses</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48033">48033: reserved chat
 * identities</a>
 */
public final class AddressReader {

	private static final Pattern RESERVED_IDENTITY = Pattern.compile("US[0-9a-f]{32}|system|private|unique");

	private static final int LONGEST_IDENTITY = 256;

	/**
	 * Enough for several numbers with words; the time to read grows faster than the
	 * length.
	 */
	private static final int LONGEST_TEXT = 512;

	private static final String PHONE_SCHEME = "tel:";

	private static final Pattern OTHER_SCHEME = Pattern
		.compile("(?i)("
				+ Arrays.stream(ChannelType.values())
					.map(ChannelType::scheme)
					.filter((it) -> !it.isEmpty())
					.map((it) -> it.substring(0, it.length() - 1))
					.collect(Collectors.joining("|"))
				+ "|messenger|mailto|skype|viber|telegram|wechat|sips?|https?)\\s*:");

	private static final AddressReading USER_ID = AddressReading
		.unusable("this is a user id of WhatsApp and not a phone number");

	private final WrittenNumbers numbers;

	/**
	 * Creates a reader for the notation of one region.
	 * @param defaultRegion two-letter region in which numbers without a country code are
	 * read, such as {@code US}; if null, such numbers cannot be used
	 */
	public AddressReader(@Nullable String defaultRegion) {
		this.numbers = new WrittenNumbers(
				new NumberReader((defaultRegion != null) ? defaultRegion.toUpperCase(Locale.ROOT) : null));
	}

	/** Whether the library knows the notation of this two-letter region. */
	public static boolean knowsRegion(String region) {
		return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region.toUpperCase(Locale.ROOT));
	}

	/**
	 * Reads a text as one address of the channel. If there are several, the reading has a
	 * remark and no address.
	 */
	public AddressReading read(ChannelType channel, @Nullable String written) {
		List<AddressReading> readings = readAll(channel, written);
		return (readings.size() == 1) ? readings.get(0)
				: AddressReading.unusable("there are several numbers, but only one is allowed here");
	}

	/**
	 * Reads all addresses of the channel in a text, in their order. A part that cannot be
	 * used gives a reading with a remark and no address. The list is not empty; the text
	 * of a chat identity gives one reading. User ids of WhatsApp come before numbers.
	 */
	public List<AddressReading> readAll(ChannelType channel, @Nullable String written) {
		String text = (written != null) ? written.strip() : "";
		return channel.hasNumber() ? readNumbers(channel, withoutPrefix(text, channel.scheme(), PHONE_SCHEME))
				: List.of(readIdentity(channel, withoutPrefix(text, channel.scheme())));
	}

	private List<AddressReading> readNumbers(ChannelType channel, String text) {
		if (text.isEmpty()) {
			return List.of(AddressReading.unusable("the number is empty"));
		}
		if (text.length() > LONGEST_TEXT) {
			return List.of(AddressReading.unusable("the text is too long for a phone number"));
		}
		if (OTHER_SCHEME.matcher(text).lookingAt()) {
			return List.of(AddressReading.unusable("the number has the prefix of another channel"));
		}
		List<AddressReading> readings = new ArrayList<>();
		WhatsAppUserIds.in(text).forEach((id) -> readings.add(readUserId(channel, id)));
		String rest = readings.isEmpty() ? text : WhatsAppUserIds.beside(text);
		if (readings.isEmpty() || !rest.isEmpty()) {
			this.numbers.read(rest).forEach((reading) -> readings.add(reading.toAddress(channel)));
		}
		return readings;
	}

	private static AddressReading readUserId(ChannelType channel, String id) {
		return (channel == ChannelType.WHATSAPP) ? AddressReading.of(Address.of(channel, id)) : USER_ID;
	}

	private static AddressReading readIdentity(ChannelType channel, String text) {
		String subject = "the " + channel.label() + " identity ";
		if (text.isEmpty()) {
			return AddressReading.unusable(subject + "is empty");
		}
		if (text.length() > LONGEST_IDENTITY) {
			return AddressReading.unusable(subject + "is longer than 256 characters");
		}
		if (RESERVED_IDENTITY.matcher(text).matches()) {
			return AddressReading.unusable(subject + "is reserved by Twilio");
		}
		return AddressReading.of(Address.of(channel, text));
	}

	private static String withoutPrefix(String text, String... prefixes) {
		for (String prefix : prefixes) {
			if (ChannelType.startsWith(text, prefix)) {
				return text.substring(prefix.length()).strip();
			}
		}
		return text;
	}

}
