package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In every country, words, spreadsheet formats and zeros do not change a number. */
class EveryCountryTests {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	private static final List<String> BESIDE = List.of("%s Eva", "%s priv", "%s (Anna)", "%s Fax", "%s casa", "%sEva",
			"%s-Eva", "%s, Bob", "%s ext. 21", "%sx21", "%s x 21", "%s DW 21", "%s доб. 21", "%s 内線21", "%s,,21",
			"%s;ext=21", "%s #21", "Tel. %s", "Tel.:%s", "Mob %s", "M%s", "Eva: %s", "(%s)", "'%s", "\u202A%s\u202C",
			"%s\u00A0", "%s ab 18 Uhr", "%s/Eva", "Eva/%s", "%s nora@example.com", "2. Büro: %s");

	static Stream<String> regions() {
		return NUMBERS.getSupportedRegions().stream().sorted();
	}

	@ParameterizedTest
	@MethodSource("regions")
	void zerosOfTheNumberAreKeptAndTrunkZerosDropped(String region) throws Exception {
		for (PhoneNumber example : examples(region)) {
			String number = e164(example);
			assertThat(read(null, number))
				.containsExactly(new AddressReading(new Address(ChannelType.SMS, number), null));
			assertThat(numbers(null, NUMBERS.format(example, PhoneNumberFormat.INTERNATIONAL))).containsExactly(number);
			String code = "+" + example.getCountryCode();
			String withZero = code + "0" + number.substring(code.length());
			// In a few countries the number with the zero is valid as well.
			if (!NUMBERS.isValidNumber(NUMBERS.parse(withZero, null))) {
				assertThat(numbers(null, withZero)).isSubsetOf(number);
			}
			assertSameOrRemarked(null, withZero, e164(NUMBERS.parse(withZero, null)), number);
		}
	}

	@ParameterizedTest
	@MethodSource("regions")
	void wordsBesideANumberAreLeftOut(String region) {
		for (PhoneNumber example : examples(region)) {
			for (PhoneNumberFormat format : List.of(PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL,
					PhoneNumberFormat.NATIONAL)) {
				for (String beside : BESIDE) {
					assertSameOrRemarked(region, beside.formatted(NUMBERS.format(example, format)), e164(example));
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("regions")
	void spreadsheetFormatsAreReadExactlyOrLeftOut(String region) {
		for (PhoneNumber example : examples(region)) {
			String number = e164(example);
			double value = Double.parseDouble(number);
			for (String text : List.of(String.valueOf(value), "%.0f".formatted(value), "%.2f".formatted(value),
					"%,.0f".formatted(value), "%.5E".formatted(value), "%.1E".formatted(value),
					"%.11E".formatted(value), "+" + "%.1f".formatted(value))) {
				assertSameOrRemarked(region, text, number);
			}
		}
	}

	private static void assertSameOrRemarked(String region, String written, String... numbers) {
		assertThat(read(region, written)).as("%s in %s", written, region)
			.allSatisfy((reading) -> assertThat((reading.address() != null) ? reading.address().value() : numbers[0])
				.isIn((Object[]) numbers))
			.allMatch((reading) -> reading.address() != null || reading.remark() != null);
	}

	private static List<PhoneNumber> examples(String region) {
		return Stream.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)
			.map((type) -> NUMBERS.getExampleNumberForType(region, type))
			.filter(Objects::nonNull)
			.toList();
	}

	private static String e164(PhoneNumber number) {
		return NUMBERS.format(number, PhoneNumberFormat.E164);
	}

	private static List<String> numbers(String region, String written) {
		return read(region, written).stream()
			.filter((reading) -> reading.address() != null)
			.map((reading) -> Objects.requireNonNull(reading.address()).value())
			.toList();
	}

	private static List<AddressReading> read(String region, String written) {
		return new AddressReader(region).readAll(ChannelType.SMS, written);
	}

}
