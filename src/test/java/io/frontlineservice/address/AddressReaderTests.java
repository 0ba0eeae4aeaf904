package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses written by people are converted to Twilio's form or refused. */
class AddressReaderTests {

	private final AddressReader american = new AddressReader("us");

	private final AddressReader regionless = new AddressReader(null);

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "+15005550006", "+4912", "+999123456789012", "+447700900000" })
	void numberInE164IsUnchangedEvenIfUnassigned(String number) {
		for (AddressReader reader : new AddressReader[] { this.american, this.regionless }) {
			assertThat(reader.read(ChannelType.SMS, " " + number + " "))
				.isEqualTo(new AddressReading(new Address(ChannelType.SMS, number), null));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "(415) 555-0101|+14155550101", "+1 (415) 555-0101|+14155550101", "1-415-555-0101|+14155550101",
					"415.555.0101|+14155550101", "sms:+14155550101|+14155550101", "tel:+1-415-555-0101|+14155550101",
					"SMS: 415 555 0101|+14155550101", "011 44 20 7946 0101|+442079460101",
					"+44 (0)20 7946 0101|+442079460101", "+14155550101|+14155550101",
					"+1 415 555 0101 ext. 7|+14155550101", "＋１４１５５５５０１０１|+14155550101" })
	void otherNotationsAreReadWithTheDefaultRegion(String written, String number) {
		assertThat(this.american.read(ChannelType.SMS, written).address())
			.isEqualTo(new Address(ChannelType.SMS, number));
	}

	@Test
	void everyRegionHasItsOwnNotation() {
		assertThat(new AddressReader("DE").read(ChannelType.SMS, "030 123456").address())
			.isEqualTo(new Address(ChannelType.SMS, "+4930123456"));
		assertThat(new AddressReader("DE").read(ChannelType.SMS, "0049 30 123456").address())
			.isEqualTo(new Address(ChannelType.SMS, "+4930123456"));
		assertThat(new AddressReader("GB").read(ChannelType.WHATSAPP, "020 7946 0101").address())
			.isEqualTo(new Address(ChannelType.WHATSAPP, "whatsapp:+442079460101"));
	}

	@Test
	void numberOfAnotherCountryDoesNotGetPlusOne() {
		assertThat(this.american.read(ChannelType.SMS, "+44 20 7946 0101").address())
			.isEqualTo(new Address(ChannelType.SMS, "+442079460101"));
		assertThat(this.american.read(ChannelType.SMS, "44 20 7946 0101 2345").address()).isNull();
	}

	@Test
	void nationalNumberNeedsARegion() {
		AddressReading reading = this.regionless.read(ChannelType.SMS, "(415) 555-0101");
		assertThat(reading.address()).isNull();
		assertThat(reading.remark()).contains("frontline.default-region");
	}

	@ParameterizedTest
	@ValueSource(strings = { "US.13491208655302", "US.1349120", "whatsapp:US.13491208655302", "DE.ENT.4915123456789",
			" WhatsApp: BR.5511987654321 ", "GB.aBc447700900118", "IN.A" })
	void whatsAppUserIdIsNeverReadAsANumber(String written) {
		String id = written.strip().replaceFirst("(?i)whatsapp:\\s*", "");
		for (AddressReader reader : new AddressReader[] { this.american, this.regionless }) {
			assertThat(reader.readAll(ChannelType.WHATSAPP, written))
				.containsExactly(new AddressReading(new Address(ChannelType.WHATSAPP, "whatsapp:" + id), null));
			assertThat(reader.read(ChannelType.SMS, written).address()).isNull();
		}
	}

	@Test
	void userIdBesideNumbersIsReadByItself() {
		assertThat(this.american.readAll(ChannelType.WHATSAPP, "US.13491208655302, (415) 555-0101; DE.aB1"))
			.extracting(AddressReading::address)
			.containsExactly(new Address(ChannelType.WHATSAPP, "whatsapp:US.13491208655302"),
					new Address(ChannelType.WHATSAPP, "whatsapp:DE.aB1"),
					new Address(ChannelType.WHATSAPP, "whatsapp:+14155550101"));
		assertThat(this.american.readAll(ChannelType.SMS, "US.13491208655302, (415) 555-0101"))
			.extracting(AddressReading::address)
			.containsExactly(null, new Address(ChannelType.SMS, "+14155550101"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Nr.4155550101", "Tel.4155550101", "415.555.0101", "US. 4155550101" })
	void abbreviationBeforeANumberIsNotAUserId(String written) {
		assertThat(this.american.read(ChannelType.WHATSAPP, written).address())
			.isEqualTo(new Address(ChannelType.WHATSAPP, "whatsapp:+14155550101"));
	}

	@ParameterizedTest
	@CsvSource({ "whatsapp:+5511987654321", "whatsapp: +5511987654321", "WhatsApp:+55 11 98765-4321", "+5511987654321",
			"' whatsapp:  +55 (11) 98765-4321 '" })
	void blanksAndPrefixesOfWhatsAppNumbersDoNotMatter(String written) {
		assertThat(this.regionless.read(ChannelType.WHATSAPP, written).address())
			.isEqualTo(new Address(ChannelType.WHATSAPP, "whatsapp:+5511987654321"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "+52 1 55 1234 5678|+5215512345678", "+52 (1) 55-1234-5678|+5215512345678",
			"+52 55 1234 5678|+525512345678", "011 52 1 55 1234 5678|+5215512345678", "+55 11 8765-4321|+551187654321",
			"+55 (11) 98765-4321|+5511987654321", "+55 11 3765-4321|+551137654321", "+54 9 11 2345-6789|+5491123456789",
			"+54 11 2345-6789|+541123456789", "+54 11 15 2345-6789|+5491123456789" })
	void numberInWhatsAppsFormIsUnchanged(String written, String number) {
		assertThat(this.american.read(ChannelType.SMS, written))
			.isEqualTo(new AddressReading(new Address(ChannelType.SMS, number), null));
		assertThat(this.american.read(ChannelType.WHATSAPP, written))
			.isEqualTo(new AddressReading(new Address(ChannelType.WHATSAPP, "whatsapp:" + number), null));
	}

	@Test
	void whatsAppsFormIsAlsoReadInNationalNotation() {
		assertThat(new AddressReader("MX").read(ChannelType.SMS, "52 1 55 1234 5678").address())
			.isEqualTo(new Address(ChannelType.SMS, "+5215512345678"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+52 1 55 1234 56789", "+52 2 55 1234 5678", "+52 044 55 1234 5678", "+52 1 55 1234",
			"+54 9 11 2345 67890", "+55 11 98765 43210" })
	void otherLengthsAreRefused(String written) {
		assertThat(this.american.read(ChannelType.SMS, written).address()).isNull();
	}

	@Test
	void unassignedNumberHasARemark() {
		AddressReading reading = this.american.read(ChannelType.SMS, "(415) 055-0101");
		assertThat(reading.address()).isEqualTo(new Address(ChannelType.SMS, "+14150550101"));
		assertThat(reading.remark()).contains("range").doesNotContain("415");
	}

	@ParameterizedTest
	@ValueSource(strings = { "undefined", "whatsapp:undefined", "sms: undefined", "null", "NaN", "ACME", "12345", "911",
			"+1 415", "+1 415 555 0101 0101 0101", "nora@example.com", "+", "whatsapp:", "+0123456789", "n/a", "-" })
	void impossibleNumberIsRefusedAndNotQuoted(String written) {
		for (ChannelType channel : new ChannelType[] { ChannelType.SMS, ChannelType.WHATSAPP }) {
			AddressReading reading = this.american.read(channel, written);
			assertThat(reading.address()).as(written).isNull();
			assertThat(reading.remark()).isNotBlank().doesNotContain("undefined", "415", "nora", "ACME");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "555-0101", "5550101" })
	void numberWithoutItsAreaCodeIsRefused(String written) {
		assertThat(this.american.read(ChannelType.SMS, written).address()).isNull();
	}

	@ParameterizedTest
	@NullAndEmptySource
	@ValueSource(strings = { " ", "\t" })
	void blankTextIsRefusedForEveryChannel(String written) {
		for (ChannelType channel : ChannelType.values()) {
			assertThat(this.american.read(channel, written).address()).isNull();
			assertThat(this.american.read(channel, written).remark()).contains("empty");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "system", "private", "unique", "US0123456789abcdef0123456789abcdef" })
	void reservedIdentitiesAreRefused(String identity) {
		assertThat(this.american.read(ChannelType.CHAT, identity).address()).isNull();
		assertThat(this.american.read(ChannelType.CHAT, identity).remark()).doesNotContain(identity);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nora@example.com", "System", "us0123456789abcdef0123456789abcdef", "USA", "{\"a\":1}",
			"+14155550101" })
	void otherIdentitiesAreUnchanged(String identity) {
		assertThat(this.american.read(ChannelType.CHAT, identity).address())
			.isEqualTo(new Address(ChannelType.CHAT, identity));
	}

	@Test
	void identityOfMoreThan256CharactersIsRefused() {
		assertThat(this.american.read(ChannelType.CHAT, "n".repeat(256)).address()).isNotNull();
		assertThat(this.american.read(ChannelType.CHAT, "n".repeat(257)).address()).isNull();
	}

	@ParameterizedTest
	@EnumSource
	void channelsAreFoundByTheirWireNames(ChannelType channel) {
		assertThat(ChannelType.named(channel.wireName())).contains(channel);
		assertThat(ChannelType.named(" " + channel.name() + " ")).contains(channel);
		assertThat(channel.wireName()).isLowerCase();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "email", "phone", "sms2", "ſms" })
	void otherChannelsAreUnknown(String name) {
		assertThat(ChannelType.named(name)).isEmpty();
	}

	@Test
	void regionsHaveTwoLetters() {
		assertThat(AddressReader.knowsRegion("de")).isTrue();
		assertThat(AddressReader.knowsRegion("US")).isTrue();
		assertThat(AddressReader.knowsRegion("XX")).isFalse();
		assertThat(AddressReader.knowsRegion("Germany")).isFalse();
		assertThat(AddressReader.knowsRegion("001")).isFalse();
	}

}
