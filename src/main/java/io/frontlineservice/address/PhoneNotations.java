package io.frontlineservice.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The notations in which a database may store a number, without blanks and punctuation:
 * in E.164, its digits, with 00, as WhatsApp's address, and as dialed inside its country;
 * and the end of a number as people write it. Called by CRM adapters that look a number
 * up as text. Thread-safe.
 */
public final class PhoneNotations {

	private static final int DIGITS_TO_FIND_BY = 8;

	private static final String INTERNATIONAL_PREFIX = "00";

	private PhoneNotations() {
	}

	/**
	 * Returns the notations of a number; those of a user id of WhatsApp with and without
	 * the prefix; none for all other identities.
	 */
	public static List<String> ofNumberOrUserId(Address address) {
		return (address.country() != null) ? List.of(address.value(), address.channel().withoutPrefix(address.value()))
				: of(address);
	}

	/**
	 * Returns the notations of an address; none if it is not a number. A number that
	 * WhatsApp writes differently has those of both forms. National notations can belong
	 * to other numbers too, in other countries.
	 */
	public static List<String> of(Address address) {
		String number = address.number();
		if (number == null) {
			return List.of();
		}
		Set<String> notations = new LinkedHashSet<>();
		for (String form : ComparableNumber.forms(number)) {
			String digits = form.substring(1);
			notations
				.addAll(List.of(form, digits, INTERNATIONAL_PREFIX + digits, ChannelType.WHATSAPP.prefix() + form));
			String code = CountryCodes.of(digits);
			if (code != null && digits.length() > code.length()) {
				notations.add(digits.substring(code.length()));
			}
		}
		PhoneDigits.of(address).stream().filter((it) -> !it.startsWith(INTERNATIONAL_PREFIX)).forEach(notations::add);
		return List.copyOf(notations);
	}

	/**
	 * Returns the digits at the end of a number, to search for it where numbers are kept
	 * as they were typed: what people write differs in its beginning, not in its end.
	 * Other numbers can have the same end.
	 * @param address the address, which is a number
	 * @return 8 digits, or the whole number if a form of it is shorter
	 */
	public static String lastDigits(Address address) {
		String shortest = Collections.min(of(address), Comparator.comparing(String::length));
		return shortest.substring(Math.max(0, shortest.length() - DIGITS_TO_FIND_BY));
	}

	/**
	 * Returns the end of a number as people write it in its country, with what they write
	 * between the digits, such as {@code 56 78}; the digits alone if its notation is
	 * unknown.
	 * @param digits how many digits to return
	 */
	public static String nationalEnd(Address address, int digits) {
		String number = String.valueOf(address.number());
		String written = number;
		try {
			PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
			written = numbers.format(numbers.parse(number, null), PhoneNumberFormat.NATIONAL);
		}
		catch (NumberParseException ex) {
			// It stays as it is.
		}
		int start = written.length();
		for (int left = digits; left > 0 && start > 0;) {
			start--;
			left -= Character.isDigit(written.charAt(start)) ? 1 : 0;
		}
		return written.substring(start);
	}

}
