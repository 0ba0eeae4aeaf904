package io.frontlineservice.address;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The notations in which a database may store a number, without blanks and punctuation:
 * in E.164, its digits, with 00, as WhatsApp's address, and as dialed inside its country.
 * Called by CRM adapters that look a number up as text. Thread-safe.
 */
public final class PhoneNotations {

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

}
