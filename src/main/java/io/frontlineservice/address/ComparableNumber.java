package io.frontlineservice.address;

import java.util.List;
import java.util.stream.Stream;

/**
 * The one form of a number in which it is compared with others. In three countries
 * WhatsApp, and so Twilio, may write a mobile number otherwise than people and CRMs do:
 * <ul>
 * <li>in Mexico with a 1 behind the country code, which is dialled no longer;</li>
 * <li>in Argentina with a 9 behind the country code;</li>
 * <li>in Brazil without the 9 behind the area code, if the account is older than that 9.
 * Landlines have eight digits too, and never a 9: theirs begin with 2 to 5.</li>
 * </ul>
 * Used by {@link Address}, {@link NumberReader} and {@link PhoneDigits}. Nobody is
 * written to at that form, and nobody is shown it. Stateless and thread-safe.
 *
 * @see <a href="https://faq.whatsapp.com/1294841057948784">About international phone
 * number format: Argentina and Mexico</a>
 */
final class ComparableNumber {

	private static final String MEXICO_AND_1 = "+521";

	private static final String ARGENTINA_AND_9 = "+549";

	private static final String BRAZIL = "+55";

	/** Of a number of Mexico or Argentina with ten digits behind that digit. */
	private static final int LENGTH_WITH_DIGIT = MEXICO_AND_1.length() + 10;

	/** In Brazil, where area codes have two digits. */
	private static final int END_OF_AREA_CODE = BRAZIL.length() + 2;

	private static final int LENGTH_WITHOUT_9 = END_OF_AREA_CODE + 8;

	/** With what a mobile number of Brazil begins at the least, if it has no 9 before. */
	private static final char FIRST_OF_MOBILE = '6';

	private ComparableNumber() {
	}

	/**
	 * That form of a number in E.164, again in E.164. Whatever has another length, or is
	 * of another country, is its own.
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

	/** All forms of that number, each once, the comparable one first. */
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
