package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
			"whatsapp:ACME", "messenger:", "rcs:", "https://example.com/a b", "whatsapp:us.ABC", "whatsapp:US.A-B",
			"sms:+14155550101", "tel:+14155550101", "4155550101", "14155550101", "(415) 555-0101", "+0123456789",
			"+1415555010112345", "+1415555010x", "nora@example.com" })
	void otherTextsAreLeftOut(String sent) {
		assertThat(InboundAddresses.read(sent)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "whatsapp:US.13491208655302,US", "whatsapp:DE.ENT.aB1,DE", "WhatsApp: BR.5511987654321 ,BR" })
	void whatsAppUserIdIsAnIdentityThatIsMatchedAsWritten(String sent, String country) {
		Address address = InboundAddresses.read(sent).get(0);
		assertThat(address.channel()).isEqualTo(ChannelType.WHATSAPP);
		assertThat(address.value()).isEqualTo("whatsapp:" + sent.substring(sent.indexOf(':') + 1).strip());
		assertThat(address.isIdentity()).isTrue();
		assertThat(address.number()).isNull();
		assertThat(address.comparableNumber()).isNull();
		assertThat(address.country()).isEqualTo(country);
		assertThat(address.reachesSameAs(InboundAddresses.read(sent).get(0))).isTrue();
		assertThat(address.reachesSameAs(new Address(ChannelType.WHATSAPP, address.value() + "x"))).isFalse();
		assertThat(PhoneNotations.of(address)).isEmpty();
		assertThat(PhoneTimeZones.at(address, Instant.EPOCH)).isEmpty();
	}

	@Test
	void upperAndLowerCaseOfUserIdsDiffer() {
		assertThat(whatsapp("US.abc").reachesSameAs(whatsapp("US.ABC"))).isFalse();
	}

	@Test
	void rcsUserIsKnownByTheNumber() {
		assertThat(InboundAddresses.read("rcs:+14155550101")).containsExactly(sms("+14155550101"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "messenger:14155550101", "apple:urn:mbid:AQAAY3", "gbm:a-b_c", "email:nora@example.com",
			"rcs:brand_agent", "viber:aB==" })
	void addressWithAnotherPrefixIsAnIdentityAsWritten(String sent) {
		Address address = InboundAddresses.read(" " + sent + " ").get(0);
		assertThat(address).isEqualTo(chat(sent));
		assertThat(address.isIdentity()).isTrue();
		assertThat(address.country()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101,+14155550101", "whatsapp:+14155550101,+14155550101", "rcs:+14155550101,+14155550101",
			"whatsapp:US.ABC123,WhatsApp user (US)", "whatsapp:DE.ENT.ABC123,WhatsApp user (DE)",
			"whatsapp:odd,WhatsApp user", "messenger:123,Messenger user", "apple:urn:1,Apple Messages user",
			"gbm:1,Google Business Messages user", "email:nora@example.com,E-mail user", "rcs:agent,RCS user",
			"viber:abc==,Viber user", "12345,12345", "ACME,ACME" })
	void personIsShownByNumberOrByTheKindOfAddressAndNeverByAnId(String sent, String label) {
		assertThat(AddressLabel.of(sent)).isEqualTo(label);
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
