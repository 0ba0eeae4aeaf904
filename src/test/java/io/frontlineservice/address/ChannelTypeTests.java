package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What differs between channels is consistent for each of them. */
class ChannelTypeTests {

	@ParameterizedTest
	@EnumSource
	void addressWithThePrefixOfAChannelBelongsToIt(ChannelType channel) {
		Address address = Address.of(channel, channel.hasNumber() ? "+14155550101" : "lina");

		assertThat(channel.withoutPrefix(address.value())).isEqualTo(channel.hasNumber() ? "+14155550101" : "lina");
		assertThat(address.number() != null).isEqualTo(channel.hasNumber());
		assertThat(address.isIdentity()).isNotEqualTo(channel.hasNumber());
		if (!channel.prefix().isEmpty()) {
			assertThat(ChannelType.ofAddress(address.value())).isEqualTo(channel);
		}
	}

	@ParameterizedTest
	@CsvSource({ "+14155550101, SMS", "whatsapp:+14155550101, WHATSAPP", "' WhatsApp: +14155550101', WHATSAPP",
			"12345, SMS", "'', SMS" })
	void addressWithoutAKnownPrefixIsAnSmsAddress(String address, ChannelType channel) {
		assertThat(ChannelType.ofAddress(address)).isEqualTo(channel);
	}

	@ParameterizedTest
	@EnumSource
	void senderChannelHasSenders(ChannelType channel) {
		assertThat(channel.senderChannel().hasSenders()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void addressIsReadBackInItsWireForm(ChannelType channel) {
		Address address = Address.of(channel, channel.hasNumber() ? "+14155550101" : "lina");

		assertThat(new AddressReader(null).read(channel, address.value()).address()).isEqualTo(address);
	}

}
