package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number has search digits with its country code and as dialed inside its country. */
class PhoneDigitsTests {

	@ParameterizedTest
	@CsvSource({ "+4930123456, 004930123456 030123456", "+442079460101, 00442079460101 02079460101",
			"+14155550101, 0014155550101", "+390612345678, 00390612345678", "+34910000000, 0034910000000",
			"+74951234567, 0074951234567 84951234567", "+999123, 00999123", "+18765550101, 0018765550101" })
	void digitsAreInternationalAndNational(String number, String digits) {
		assertThat(String.join(" ", PhoneDigits.of(new Address(ChannelType.SMS, number)))).isEqualTo(digits);
		assertThat(String.join(" ", PhoneDigits.of(new Address(ChannelType.WHATSAPP, "whatsapp:" + number))))
			.isEqualTo(digits);
	}

	@Test
	void identityHasNoDigits() {
		assertThat(PhoneDigits.of(new Address(ChannelType.CHAT, "+4930123456"))).isEmpty();
	}

}
