package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that WhatsApp writes differently are recognized as the same. */
class AddressComparisonTests {

	@ParameterizedTest
	@CsvSource({ "+5215512345678,+525512345678", "+5219991234567,+529991234567", "+551187654321,+5511987654321",
			"+553161234567,+5531961234567", "+558579999999,+5585979999999", "+559999999999,+5599999999999",
			"+5491123456789,+541123456789", "+5492901234567,+542901234567" })
	void bothFormsOfANumberAreTheSameOnEveryChannel(String byWhatsApp, String byPeople) {
		for (Address one : new Address[] { sms(byWhatsApp), whatsApp(byWhatsApp) }) {
			for (Address other : new Address[] { sms(byPeople), whatsApp(byPeople) }) {
				assertThat(one.reachesSameAs(other)).isTrue();
				assertThat(other.reachesSameAs(one)).isTrue();
				assertThat(one).isNotEqualTo(other);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "+551121654321,+5511921654321", "+551137654321,+5511937654321", "+551147654321,+5511947654321",
			"+554532782153,+5545932782153", "+554552782153,+5545952782153" })
	void brazilianLandlineIsNotAMobileNumber(String landline, String mobile) {
		assertApart(landline, mobile);
	}

	@ParameterizedTest
	@CsvSource({ "+521551234567,+52551234567", "+52155123456789,+5255123456789", "+521234567890,+52234567890",
			"+54911234567,+5411234567", "+549112345678,+54112345678", "+54911234567890,+5411234567890",
			"+55118765432,+551198765432", "+5511876543210,+55119876543210", "+55118765432101,+551198765432101",
			"+5541198765432,+55411998765432" })
	void numberOfAnotherLengthIsComparedUnchanged(String number, String other) {
		assertApart(number, other);
	}

	@ParameterizedTest
	@CsvSource({ "+5115512345678,+515512345678", "+5315512345678,+535512345678", "+5691123456789,+561123456789",
			"+561187654321,+5611987654321", "+14155550101,+4155550101", "+491512345678,+4915912345678" })
	void numbersOfOtherCountriesAreComparedUnchanged(String number, String other) {
		assertApart(number, other);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+5215512345678", "+551187654321", "+5491123456789" })
	void numberKeepsItsForm(String number) {
		assertThat(whatsApp(number).number()).isEqualTo(number);
		assertThat(InboundAddresses.read("whatsapp:" + number)).containsExactly(whatsApp(number));
	}

	@Test
	void identityThatLooksLikeANumberIsNotANumber() {
		assertThat(chat("+5215512345678").reachesSameAs(chat("+5215512345678"))).isTrue();
		assertThat(chat("+5215512345678").reachesSameAs(chat("+525512345678"))).isFalse();
		assertThat(chat("+5215512345678").reachesSameAs(sms("+525512345678"))).isFalse();
	}

	private static void assertApart(String number, String other) {
		assertThat(sms(number).reachesSameAs(sms(number))).isTrue();
		assertThat(whatsApp(number).reachesSameAs(sms(other))).isFalse();
		assertThat(sms(other).reachesSameAs(whatsApp(number))).isFalse();
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

	private static Address whatsApp(String number) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + number);
	}

	private static Address chat(String identity) {
		return new Address(ChannelType.CHAT, identity);
	}

}
