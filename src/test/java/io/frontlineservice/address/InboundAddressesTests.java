package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses in Twilio's requests are read or left out. */
class InboundAddressesTests {

	@Test
	void numberIsAnSmsAddress() {
		assertThat(InboundAddresses.read("+14155550101")).containsExactly(sms("+14155550101"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "whatsapp:+5511987654321", "whatsapp: +5511987654321", " WhatsApp:+5511987654321 " })
	void numberWithThePrefixIsAWhatsAppAddress(String sent) {
		assertThat(InboundAddresses.read(sent)).containsExactly(whatsapp("+5511987654321"));
	}

	@Test
	void groupHasAllAddressesInOrderWithoutDuplicates() {
		assertThat(InboundAddresses.read("+19035550101, +12605550102,+19035550101, +15005550006"))
			.containsExactly(sms("+19035550101"), sms("+12605550102"), sms("+15005550006"));
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", ",", "12345", "ACME", "AC-ME 24", "undefined", "whatsapp:", "whatsapp:undefined",
			"whatsapp:ACME", "messenger:14155550101", "sms:+14155550101", "tel:+14155550101", "4155550101",
			"14155550101", "(415) 555-0101", "+0123456789", "+1415555010112345", "+1415555010x", "nora@example.com" })
	void otherTextsAreLeftOut(String sent) {
		assertThat(InboundAddresses.read(sent)).isEmpty();
	}

	@Test
	void numberBesideOtherSendersIsRead() {
		assertThat(InboundAddresses.read("12345, +14155550101, ACME")).containsExactly(sms("+14155550101"));
	}

	@ParameterizedTest
	@CsvSource({ "SMS,+14155550101,+14155550101", "WHATSAPP,whatsapp:+14155550101,+14155550101", "CHAT,+14155550101,",
			"SMS,12345,", "SMS,'',", "SMS,whatsapp:+14155550101,", "WHATSAPP,+14155550101,", "WHATSAPP,whatsapp:,",
			"WHATSAPP,'',", "CHAT,'',", "CHAT,lina-berg," })
	void addressHasANumberIfItIsE164(ChannelType channel, String value, String number) {
		assertThat(new Address(channel, value).number()).isEqualTo(number);
	}

	@Test
	void smsAndWhatsAppOfOneNumberReachTheSamePerson() {
		assertThat(sms("+14155550101").reachesSameAs(whatsapp("+14155550101"))).isTrue();
		assertThat(whatsapp("+14155550101").reachesSameAs(sms("+14155550101"))).isTrue();
		assertThat(sms("+14155550101").reachesSameAs(sms("+14155550102"))).isFalse();
		assertThat(sms("+1415555010").reachesSameAs(sms("+14155550101"))).isFalse();
	}

	@Test
	void chatIdentitiesAreCaseSensitiveAndNotNumbers() {
		assertThat(chat("lina").reachesSameAs(chat("lina"))).isTrue();
		assertThat(chat("lina").reachesSameAs(chat("Lina"))).isFalse();
		assertThat(chat("+14155550101").reachesSameAs(sms("+14155550101"))).isFalse();
		assertThat(sms("+14155550101").reachesSameAs(chat("+14155550101"))).isFalse();
	}

	@Test
	void invalidAddressDoesNotReachAnyPerson() {
		for (Address nothing : new Address[] { sms(""), sms("12345"), sms("undefined"), whatsapp(""), chat(""),
				chat(" ") }) {
			assertThat(nothing.reachesSameAs(nothing)).isFalse();
		}
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

	private static Address whatsapp(String number) {
		return new Address(ChannelType.WHATSAPP, "whatsapp:" + number);
	}

	private static Address chat(String identity) {
		return new Address(ChannelType.CHAT, identity);
	}

}
