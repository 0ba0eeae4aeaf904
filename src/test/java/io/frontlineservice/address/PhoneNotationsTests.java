package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notations in which a number is looked up in a database. */
class PhoneNotationsTests {

	@ParameterizedTest
	@CsvSource({ "+14155550101, 4155550101", "+49301234567, 030 1234567", "+49301234567, 30 1234567",
			"+34910000000, 910000000", "+525512345678, +52 1 5512345678", "+5511987654321, +55 11 87654321",
			"+5491123456789, +54 11 23456789", "+5491123456789, 011 15 23456789" })
	void numberHasEachNotation(String number, String notation) {
		String digits = number.substring(1);
		assertThat(PhoneNotations.of(new Address(ChannelType.SMS, number)))
			.contains(number, digits, "00" + digits, "whatsapp:" + number, notation.replace(" ", ""))
			.doesNotHaveDuplicates();
	}

	@Test
	void whatsAppAddressHasTheNotationsOfItsNumber() {
		assertThat(PhoneNotations.of(new Address(ChannelType.WHATSAPP, "whatsapp:+14155550101")))
			.isEqualTo(PhoneNotations.of(new Address(ChannelType.SMS, "+14155550101")));
	}

	@Test
	void chatIdentityHasNone() {
		assertThat(PhoneNotations.of(Address.ofIdentity("+14155550101"))).isEmpty();
		assertThat(PhoneNotations.of(new Address(ChannelType.SMS, "ACME"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101, 4, 0101", "+14155550101, 6, 55-0101", "+33612345678, 4, 56 78",
			"+33612345678, 6, 34 56 78", "+4532123456, 4, 34 56", "+9999, 4, 9999", "+99, 4, +99" })
	void numberEndsAsPeopleWriteIt(String number, int digits, String end) {
		assertThat(PhoneNotations.nationalEnd(new Address(ChannelType.SMS, number), digits)).isEqualTo(end);
	}

}
