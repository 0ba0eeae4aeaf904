package io.frontlineservice.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the phone numbers in a text that may also contain words, extensions or several
 * numbers. Letters are never read as digits, and an ambiguous number is left out. Called
 * by {@link AddressReader}. Thread-safe.
 */
final class WrittenNumbers {

	private static final String NOT_A_NUMBER = "this is not a phone number";

	private static final String DATE = "this is a date, not a phone number";

	private static final String LETTERS_INSIDE = "the number has letters in it: write it in digits";

	private static final String SEVERAL_READINGS = "the number can be read in several ways: write one number, "
			+ "without extension";

	private static final String ZERO_BEHIND_CODE = "the number has a zero after its country code";

	private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

	private static final Pattern EMAIL = Pattern.compile("[^\\s\\p{Z},;|<>()]*@[^\\s\\p{Z},;|<>()]*");

	/** The quotes and the equals sign that keep a spreadsheet from changing a number. */
	private static final Pattern FORMULA = Pattern.compile("[='\"\\s\\p{Z}]*(.*?)['\"\\s\\p{Z}]*", Pattern.DOTALL);

	private final NumberReader reader;

	WrittenNumbers(NumberReader reader) {
		this.reader = reader;
	}

	/**
	 * The numbers in their order, with a remark in place of each that is left out; a
	 * single remark if there is no number.
	 */
	List<NumberReading> read(String written) {
		if (isFinalForm(written)) {
			return List.of(NumberReading.of(written));
		}
		String text = EMAIL.matcher(INVISIBLE.matcher(written).replaceAll("")).replaceAll(",").strip();
		if (isFinalForm(text)) {
			return List.of(NumberReading.of(text));
		}
		Matcher formula = FORMULA.matcher(text);
		SpreadsheetNumber number = SpreadsheetNumber.read(formula.matches() ? formula.group(1) : text);
		if (number != null) {
			return List.of((number.digits() != null) ? readOne(number.digits())
					: NumberReading.unusable(SpreadsheetNumber.DIGITS_LOST));
		}
		List<WrittenNumber> parts = WrittenNumber.all(text);
		if (parts.size() == 1 && parts.get(0).isFirst()) {
			return readPart(parts.get(0));
		}
		return readParts(parts);
	}

	/** The numbers among the parts of one text. */
	private List<NumberReading> readParts(List<WrittenNumber> parts) {
		List<NumberReading> found = new ArrayList<>();
		NumberReading first = null;
		NumberReading problem = NumberReading.unusable(NOT_A_NUMBER);
		for (WrittenNumber part : parts) {
			for (NumberReading reading : readPart(part)) {
				if (reading.valid() && (part.isFirst() || isIndependent(reading, first))) {
					first = (first != null) ? first : reading;
					found.add(reading);
					continue;
				}
				problem = (reading.number() == null) ? reading : NumberReading.unusable(SEVERAL_READINGS);
				if (part.countDigits() > WrittenNumber.LONGEST_EXTENSION) {
					found.add(problem);
				}
			}
		}
		return (first != null) ? found : List.of(problem);
	}

	/**
	 * Whether a number is complete by itself, or has the same length as an incomplete
	 * first number.
	 */
	private static boolean isIndependent(NumberReading reading, @Nullable NumberReading first) {
		boolean isLikeFirst = first != null && !first.complete()
				&& String.valueOf(first.number()).length() == String.valueOf(reading.number()).length();
		return reading.valid() && (reading.complete() || isLikeFirst);
	}

	private List<NumberReading> readPart(WrittenNumber written) {
		if (written.beginsWithDate()) {
			return written.afterDate().map(this::readPart).orElseGet(() -> List.of(NumberReading.unusable(DATE)));
		}
		if (written.hasLettersBehind() || !written.isBalanced()) {
			return List.of(NumberReading.unusable(written.hasLettersBehind() ? LETTERS_INSIDE : SEVERAL_READINGS));
		}
		String text = written.text();
		NumberReading whole = readOne(text);
		for (int cut : written.splitPoints(this.reader.trunkPrefix())) {
			NumberReading before = this.reader.read(text.substring(0, cut));
			NumberReading behind = this.reader.read(text.substring(cut + 1));
			boolean isNumberBehind = isIndependent(behind, before);
			if (before.valid() && !whole.valid()) {
				return isNumberBehind ? List.of(before, behind) : List.of(before);
			}
			if (before.valid() || (isNumberBehind
					&& !written.isStart(cut, this.reader.countryCode(), this.reader.trunkPrefix()))) {
				return List.of(NumberReading.unusable(SEVERAL_READINGS));
			}
		}
		return List.of(whole);
	}

	/**
	 * The number, without a trunk zero after its country code if it is valid only without
	 * it.
	 */
	private NumberReading readOne(String text) {
		NumberReading reading = this.reader.read(text);
		if (isFinalForm(text) && reading.number() != null) {
			return NumberReading.of(text);
		}
		if (reading.valid()) {
			return reading;
		}
		NumberReading other = this.reader.read(TrunkZero.removed(text));
		if (!other.valid() && reading.number() != null) {
			// A national number can have such a zero as well, as in "0 3 3232620577".
			other = this.reader.read(TrunkZero.removed(reading.number()));
		}
		if (other.valid()) {
			return other;
		}
		return TrunkZero.isIn(reading.number()) ? NumberReading.unusable(ZERO_BEHIND_CODE) : reading;
	}

	/** Whether this is E.164 without a trunk prefix after the country code. */
	private static boolean isFinalForm(String text) {
		if (!Address.E164.matcher(text).matches()) {
			return false;
		}
		String code = CountryCodes.of(text.substring(1));
		if (code == null) {
			return true;
		}
		String prefix = CountryCodes.trunkPrefix(code);
		int place = 1 + code.length();
		return !text.startsWith("0", place) && (prefix.isEmpty() || !text.startsWith(prefix, place));
	}

}
