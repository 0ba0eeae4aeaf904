package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.frontlineservice.SavedInputs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Reads any text as a phone number. The input is a line with the region, then the text.
 */
class AddressReaderFuzzTests {

	/** The key of the reader without a region. */
	private static final String NO_REGION = "";

	private static final Set<String> SEVERAL_AREA_CODES = Set.of("US", "CA");

	private static final int LONGEST_TEXT = 512;

	private final Map<String, AddressReader> readers = new ConcurrentHashMap<>();

	@ParameterizedTest
	@ArgumentsSource(SavedInputs.class)
	void textIsLeftOutWithRemarkOrItsOwnDigitsAreRead(byte[] input) {
		String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 2);
		String text = parts[parts.length - 1];
		AddressReader reader = reader(parts[0].strip());

		List<AddressReading> readings = reader.readAll(ChannelType.SMS, text);
		assertThat(readings).isNotEmpty().doesNotContainNull();
		for (AddressReading reading : readings) {
			assertThat(reading.address() != null || reading.remark() != null).isTrue();
			if (reading.address() != null) {
				examine(reading.address(), text, reader);
			}
		}
		reader.readAll(ChannelType.WHATSAPP, text).forEach((reading) -> assertThat(isIndependent(reading)).isTrue());
		reader.readAll(ChannelType.CHAT, text).forEach((reading) -> assertThat(isIndependent(reading)).isTrue());
	}

	private AddressReader reader(String region) {
		String known = AddressReader.knowsRegion(region) ? region : NO_REGION;
		return this.readers.computeIfAbsent(known, (name) -> new AddressReader(name.equals(NO_REGION) ? null : name));
	}

	private static boolean isIndependent(AddressReading reading) {
		return (reading.address() != null) ? isE164OrIdentity(reading.address()) : reading.remark() != null;
	}

	private static boolean isE164OrIdentity(Address address) {
		return address.isIdentity() || address.number() != null;
	}

	private static void examine(Address address, String text, AddressReader reader) {
		String number = address.number();
		assertThat(number).isNotNull();
		assertThat(text.length()).isLessThanOrEqualTo(LONGEST_TEXT);
		assertThat(digits(text)).as("the digits of the text").contains(ownDigits(number));
		assertThat(reader.read(ChannelType.SMS, number).address()).as("%s, read again", number).isEqualTo(address);
		assertThat(address.reachesSameAs(new Address(ChannelType.WHATSAPP, ChannelType.WHATSAPP.prefix() + number)))
			.isTrue();
		assertThat(PhoneDigits.of(address)).isNotEmpty();
		PhoneTimeZones.at(address, Instant.EPOCH);
	}

	/**
	 * The digits that the text must have in a row: the country code may come from the
	 * region, and so may the area code where the region has only one, as on Caribbean
	 * islands and in San Marino. Argentina writes a 15 inside the number instead of the
	 * leading 9.
	 */
	private static String ownDigits(String number) {
		String digits = number.substring(1);
		String code = CountryCodes.of(digits);
		if (number.startsWith("+549") || number.startsWith("+378")) {
			return digits.substring(Math.max(3, digits.length() - 6));
		}
		if (number.startsWith("+1") && !SEVERAL_AREA_CODES.contains(String.valueOf(regionOf(number)))) {
			return digits.substring(Math.max(1, digits.length() - 7));
		}
		return digits.substring((code != null) ? code.length() : 0);
	}

	private static @Nullable String regionOf(String number) {
		try {
			PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
			return phones.getRegionCodeForNumber(phones.parse(number, null));
		}
		catch (NumberParseException ex) {
			return null;
		}
	}

	private static String digits(String text) {
		return PhoneNumberUtil.normalizeDigitsOnly(text);
	}

}
