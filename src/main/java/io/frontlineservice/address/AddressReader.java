package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as people and CRMs write them. Also a number in the form that is
 * WhatsApp's own is taken as it is written: see {@link Address#comparableNumber}. Called
 * by CRM adapters. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/48025">48025: what Frontline
 * refuses</a>
 * @see <a href="https://www.twilio.com/docs/api/errors/48033">48033: reserved chat
 * identities</a>
 */
public final class AddressReader {

	private static final Pattern RESERVED_IDENTITY = Pattern.compile("US[0-9a-f]{32}|system|private|unique");

	private static final int LONGEST_IDENTITY = 256;

	private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

	private final @Nullable String defaultRegion;

	/**
	 * A reader for one country's habits.
	 * @param defaultRegion two-letter region in which numbers without a country code are
	 * read, such as {@code US}; without one such numbers cannot be used
	 */
	public AddressReader(@Nullable String defaultRegion) {
		this.defaultRegion = (defaultRegion != null) ? defaultRegion.toUpperCase(Locale.ROOT) : null;
	}

	/** Whether numbers can be read in the notation of that two-letter region. */
	public static boolean knowsRegion(String region) {
		return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region.toUpperCase(Locale.ROOT));
	}

	/** Reads what somebody wrote as an address of that channel. */
	public AddressReading read(ChannelType channel, @Nullable String written) {
		String text = (written != null) ? written.strip() : "";
		return switch (channel) {
			case SMS -> readNumber(channel, withoutPrefix(text, "sms:", "tel:"), "");
			case WHATSAPP -> readNumber(channel, withoutPrefix(text, Address.WHATSAPP_PREFIX), Address.WHATSAPP_PREFIX);
			case CHAT -> readIdentity(text);
		};
	}

	private AddressReading readNumber(ChannelType channel, String text, String prefix) {
		if (Address.E164.matcher(text).matches()) {
			return AddressReading.of(new Address(channel, prefix + text));
		}
		if (text.isEmpty()) {
			return AddressReading.unusable("the number is empty");
		}
		if (text.indexOf(':') >= 0) {
			return AddressReading.unusable("the number has the prefix of another channel");
		}
		try {
			PhoneNumber number = this.numbers.parse(text, this.defaultRegion);
			String written = this.numbers.format(number, PhoneNumberFormat.E164);
			List<PhoneNumber> forms = forms(number, written);
			if (forms.stream().noneMatch(this::isPossible)) {
				return AddressReading.unusable("the number is too short or too long for its country");
			}
			Address address = new Address(channel, prefix + written);
			return forms.stream().anyMatch(this::isAssigned) ? AddressReading.of(address)
					: AddressReading.doubtful(address, "the number is in a range that nobody has been given");
		}
		catch (NumberParseException ex) {
			return AddressReading.unusable(reason(ex));
		}
	}

	/** The number, and if WhatsApp writes it like that, also as its country does. */
	private List<PhoneNumber> forms(PhoneNumber number, String written) throws NumberParseException {
		String comparable = ComparableNumber.of(written);
		return comparable.equals(written) ? List.of(number) : List.of(number, this.numbers.parse(comparable, null));
	}

	private boolean isPossible(PhoneNumber number) {
		// Not isPossibleNumber(): it takes numbers that lack their area code.
		return this.numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
	}

	private boolean isAssigned(PhoneNumber number) {
		// The region's own check is far cheaper than asking which of +1's 25 regions
		// fits.
		String region = this.numbers.getRegionCodeForCountryCode(number.getCountryCode());
		return this.numbers.isValidNumberForRegion(number, region) || this.numbers.isValidNumber(number);
	}

	private String reason(NumberParseException ex) {
		if (ex.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE) {
			return (this.defaultRegion != null) ? "the number has an unknown country code"
					: "the number has no country code, and frontline.default-region is not set";
		}
		return "this is not a phone number";
	}

	private static AddressReading readIdentity(String text) {
		if (text.isEmpty()) {
			return AddressReading.unusable("the chat identity is empty");
		}
		if (text.length() > LONGEST_IDENTITY) {
			return AddressReading.unusable("the chat identity is longer than 256 characters");
		}
		if (RESERVED_IDENTITY.matcher(text).matches()) {
			return AddressReading.unusable("the chat identity is one that Twilio keeps for itself");
		}
		return AddressReading.of(new Address(ChannelType.CHAT, text));
	}

	private static String withoutPrefix(String text, String... prefixes) {
		for (String prefix : prefixes) {
			if (text.regionMatches(true, 0, prefix, 0, prefix.length())) {
				return text.substring(prefix.length()).strip();
			}
		}
		return text;
	}

}
