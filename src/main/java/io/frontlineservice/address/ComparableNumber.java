package io.frontlineservice.address;

import java.util.List;
import java.util.stream.Stream;

/**
 * Converts a number to the form in which it is compared with others. In three countries
 * WhatsApp, and therefore Twilio, may write a mobile number differently from people and
 * CRMs:
 * <ul>
 * <li>in Mexico with a 1 after the country code, which is no longer dialed;</li>
 * <li>in Argentina with a 9 after the country code;</li>
 * <li>in Brazil without the 9 after the area code, if the account is older than that 9.
 * Landline numbers also have eight digits, but begin with 2 to 5 and never get a 9.</li>
 * </ul>
 * Used by {@link Address}, {@link NumberRanges} and {@link PhoneDigits}. This form is
 * never shown or used as a recipient. Stateless and thread-safe.
 *
 * @see <a href="https://faq.whatsapp.com/1294841057948784">About international phone
 * number format: Argentina and Mexico</a>
 */
final class ComparableNumber {

	private static final String MEXICO_AND_1 = "+521";

	private static final String ARGENTINA_AND_9 = "+549";

	private static final String BRAZIL = "+55";

	/** The length of a Mexican or Argentine number with the extra digit and ten more. */
	private static final int LENGTH_WITH_DIGIT = MEXICO_AND_1.length() + 10;

	/** Brazilian area codes have two digits. */
	private static final int END_OF_AREA_CODE = BRAZIL.length() + 2;

	private static final int LENGTH_WITHOUT_9 = END_OF_AREA_CODE + 8;

	/** The lowest first digit of a Brazilian mobile number that lacks the 9. */
	private static final char FIRST_OF_MOBILE = '6';

	private ComparableNumber() {
	}

	/**
	 * Returns the comparable form of a number in E.164. A number of another length or
	 * country is returned unchanged.
	 */
	static String of(String number) {
		if (number.length() == LENGTH_WITH_DIGIT
				&& (number.startsWith(MEXICO_AND_1) || number.startsWith(ARGENTINA_AND_9))) {
			int digit = MEXICO_AND_1.length() - 1;
			return number.substring(0, digit) + number.substring(digit + 1);
		}
		if (number.length() == LENGTH_WITHOUT_9 && number.startsWith(BRAZIL)
				&& number.charAt(END_OF_AREA_CODE) >= FIRST_OF_MOBILE) {
			return number.substring(0, END_OF_AREA_CODE) + '9' + number.substring(END_OF_AREA_CODE);
		}
		return number;
	}

	/** All forms of the number without duplicates, the comparable form first. */
	static List<String> forms(String number) {
		String comparable = of(number);
		return Stream.of(comparable, number, asWhatsAppMayWrite(comparable)).distinct().toList();
	}

	private static String asWhatsAppMayWrite(String comparable) {
		if (comparable.length() == LENGTH_WITH_DIGIT - 1) {
			for (String start : List.of(MEXICO_AND_1, ARGENTINA_AND_9)) {
				int digit = start.length() - 1;
				if (comparable.startsWith(start.substring(0, digit))) {
					return start + comparable.substring(digit);
				}
			}
		}
		String without9 = comparable.startsWith(BRAZIL) && comparable.startsWith("9", END_OF_AREA_CODE)
				? comparable.substring(0, END_OF_AREA_CODE) + comparable.substring(END_OF_AREA_CODE + 1) : comparable;
		return of(without9).equals(comparable) ? without9 : comparable;
	}

}
