package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber.CountryCodeSource;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one number that consists of digits and separators, without words. Called by
 * {@link WrittenNumbers}. Thread-safe.
 */
final class NumberReader {

	private static final String COUNTRY_CODE_WITHOUT_PLUS = "the number begins with a country code without its plus";

	private static final String OTHER_COUNTRY = "the number may begin with the code of another country: write + before it";

	private static final String TWO_READINGS = "the number can be read with and without a country code: write + before it";

	/**
	 * A national number with more digits includes an extension and is rarely written
	 * without its trunk prefix.
	 */
	private static final int LONGEST_WITHOUT_PREFIX = 11;

	/** Separators that libphonenumber does not know. */
	private static final Pattern UNKNOWN_SIGNS = Pattern.compile("['’·•_]");

	private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

	private final NumberRanges ranges = new NumberRanges();

	private final @Nullable String region;

	private final String countryCode;

	/**
	 * Creates a reader for the notation of a two-letter region; null for international
	 * numbers only.
	 */
	NumberReader(@Nullable String region) {
		this.region = region;
		this.countryCode = (region != null) ? String.valueOf(this.numbers.getCountryCodeForRegion(region)) : "";
	}

	/** The prefix dialed before an area code in the region; may be empty. */
	String trunkPrefix() {
		return CountryCodes.trunkPrefix(this.countryCode);
	}

	String countryCode() {
		return this.countryCode;
	}

	NumberReading read(String text) {
		try {
			PhoneNumber number = this.numbers.parseAndKeepRawInput(UNKNOWN_SIGNS.matcher(text).replaceAll(" "),
					this.region);
			NumberReading reading = this.ranges.check(number);
			String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
			return lacksPrefix(number, digits) ? withoutPrefix(number, reading, digits) : reading;
		}
		catch (NumberParseException ex) {
			return NumberReading.unusable(reason(ex));
		}
	}

	private boolean lacksPrefix(PhoneNumber number, String digits) {
		CountryCodeSource source = number.getCountryCodeSource();
		boolean hasCountryCode = source == CountryCodeSource.FROM_NUMBER_WITH_PLUS_SIGN
				|| source == CountryCodeSource.FROM_NUMBER_WITH_IDD;
		return !hasCountryCode && (trunkPrefix().isEmpty() || !digits.startsWith(trunkPrefix()));
	}

	/**
	 * The digits may begin with an area code or, if a spreadsheet removed the plus, with
	 * a country code. Whichever reading gives a mobile number wins.
	 */
	private NumberReading withoutPrefix(PhoneNumber national, NumberReading asNational, String digits)
			throws NumberParseException {
		if (national.getCountryCodeSource() == CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN) {
			return asNational.number() != null ? asNational.withRemark(COUNTRY_CODE_WITHOUT_PLUS) : asNational;
		}
		// Without a trunk prefix, or with one that is rarely written, the length shows
		// that the number is complete.
		boolean isSelfContained = asNational.valid() && (trunkPrefix().isEmpty() || trunkPrefix().equals("1"));
		NumberReading reading = isSelfContained ? asNational : asNational.asIncomplete();
		PhoneNumber international = international(digits);
		return (international != null && !this.ranges.isMobile(national))
				? decide(reading, international, digits.length()) : reading;
	}

	/** Chooses between the national and the international reading of the same digits. */
	private NumberReading decide(NumberReading asNational, PhoneNumber international, int digits)
			throws NumberParseException {
		NumberReading asInternational = this.ranges.check(international);
		boolean isMobile = this.ranges.isMobile(international);
		boolean isOwn = this.countryCode.equals(String.valueOf(international.getCountryCode()));
		if (isOwn && asInternational.valid()) {
			return (isMobile || !asNational.valid()) ? asInternational.withRemark(COUNTRY_CODE_WITHOUT_PLUS)
					: NumberReading.unusable(TWO_READINGS);
		}
		boolean isTooLong = digits > LONGEST_WITHOUT_PREFIX && asInternational.number() != null;
		if (isTooLong || isMobile || (!asNational.valid() && asInternational.valid())) {
			return NumberReading.unusable(OTHER_COUNTRY);
		}
		return asInternational.valid() ? asNational.withRemark(OTHER_COUNTRY) : asNational;
	}

	private @Nullable PhoneNumber international(String digits) {
		try {
			return this.numbers.parse("+" + digits, null);
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

	private String reason(NumberParseException ex) {
		if (ex.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE) {
			return (this.region != null) ? "the number has an unknown country code"
					: "the number has no country code, and frontline.default-region is not set";
		}
		return "this is not a phone number";
	}

}
