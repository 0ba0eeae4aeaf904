package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Configured senders are accepted in international form only. */
class SenderReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "+15005550006", " +15005550006 ", "+1 500 555 0006", "+1 (500) 555-0006",
			"+1.500.555.0006", "+1\u00A0500\u00A05550006", "sms:+15005550006", "SMS: +1 500 555 0006" })
	void numberInInternationalFormIsAnSmsSender(String written) {
		assertThat(SenderReader.read(ChannelType.SMS, written))
			.isEqualTo(new AddressReading(new Address(ChannelType.SMS, "+15005550006"), null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155238886", "whatsapp:+14155238886", "WhatsApp: +1 (415) 523-8886",
			" whatsapp:\u00A0+14155238886" })
	void whatsAppSenderHasItsPrefix(String written) {
		assertThat(SenderReader.read(ChannelType.WHATSAPP, written))
			.isEqualTo(new AddressReading(new Address(ChannelType.WHATSAPP, "whatsapp:+14155238886"), null));
	}

	@Test
	void numbersHaveTwoToFifteenDigits() {
		assertThat(SenderReader.read(ChannelType.SMS, "+12").address()).isNotNull();
		assertThat(SenderReader.read(ChannelType.SMS, "+123456789012345").address()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "15005550006", "5005550006", "0015005550006", "(500) 555-0006", "12345", "FRONTLINE",
			"ACME 24", "MG00000000000000000000000000000000", "+", "+1", "+1234567890123456", "+05005550006",
			"+44 (0)20 7946 0101", "+1500555OOO6", "+１５００５５５０００６", "+1_500_555_0006", "1.5005550006E10",
			"++15005550006", "-15005550006", "tel:+15005550006", "+15005550006, +15005550009", "+1 500 555 0006 ext. 7",
			"${SMS_NUMBER}", "undefined", "" })
	void anythingElseIsRefusedAndNotQuoted(String written) {
		for (ChannelType channel : new ChannelType[] { ChannelType.SMS, ChannelType.WHATSAPP }) {
			assertThat(SenderReader.read(channel, written)).isEqualTo(new AddressReading(null,
					"must be a number in international form, such as \"+15005550006\", in quotes"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "whatsapp:+15005550006", "WHATSAPP:+15005550006", "whatsapp:" })
	void whatsAppSenderIsNotAnSmsSender(String written) {
		assertThat(SenderReader.read(ChannelType.SMS, written)).isEqualTo(new AddressReading(null,
				"must be a sender of sms: one that begins with whatsapp: belongs to whatsapp"));
	}

	@Test
	void smsSenderIsNotAWhatsAppSender() {
		assertThat(SenderReader.read(ChannelType.WHATSAPP, "sms:+15005550006")).isEqualTo(
				new AddressReading(null, "must be a sender of whatsapp: one that begins with sms: belongs to sms"));
	}

	@ParameterizedTest
	@EnumSource(names = { "SMS", "WHATSAPP" })
	void prefixAloneIsNotASender(ChannelType channel) {
		assertThat(SenderReader.read(channel, channel.wireName() + ": ").address()).isNull();
	}

	@Test
	void chatHasNoSenders() {
		assertThat(SenderReader.read(ChannelType.CHAT, "+15005550006").remark()).contains("sms or whatsapp");
	}

}
