package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Checks a parsed number against the number ranges of its country. A number that WhatsApp
 * writes differently passes if its country's form does. Called by {@link NumberReader}.
 * Thread-safe.
 */
final class NumberRanges {

	private static final Set<PhoneNumberType> MOBILE = EnumSet.of(PhoneNumberType.MOBILE,
			PhoneNumberType.FIXED_LINE_OR_MOBILE);

	private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

	/** The reading of this number, with a remark if it is not in a range in use. */
	NumberReading check(PhoneNumber number) throws NumberParseException {
		String written = this.numbers.format(number, PhoneNumberFormat.E164);
		List<PhoneNumber> forms = forms(number, written);
		if (!Address.E164.matcher(written).matches() || forms.stream().noneMatch(this::isPossible)) {
			return NumberReading.unusable("the number is too short or too long for its country");
		}
		return forms.stream().anyMatch(this::isAssigned) ? NumberReading.of(written)
				: new NumberReading(written, "the number is in a range that is not in use", false, true);
	}

	boolean isMobile(PhoneNumber number) throws NumberParseException {
		return forms(number, this.numbers.format(number, PhoneNumberFormat.E164)).stream()
			.anyMatch((form) -> MOBILE.contains(this.numbers.getNumberType(form)));
	}

	/** The number as written and, where WhatsApp writes it differently, as dialed. */
	private List<PhoneNumber> forms(PhoneNumber number, String written) throws NumberParseException {
		String comparable = ComparableNumber.of(written);
		return comparable.equals(written) ? List.of(number) : List.of(number, this.numbers.parse(comparable, null));
	}

	private boolean isPossible(PhoneNumber number) {
		// isPossibleNumber() would accept numbers without their area code.
		return this.numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
	}

	private boolean isAssigned(PhoneNumber number) {
		// The check for one region is far cheaper than finding which of the 25 regions of
		// +1 fits.
		String region = this.numbers.getRegionCodeForCountryCode(number.getCountryCode());
		return this.numbers.isValidNumberForRegion(number, region) || this.numbers.isValidNumber(number);
	}

}
