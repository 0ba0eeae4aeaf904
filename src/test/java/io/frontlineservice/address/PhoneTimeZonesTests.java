package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number has a time zone if its place is clear. */
class PhoneTimeZonesTests {

	private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");

	private static final Instant SUMMER = Instant.parse("2026-07-15T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "+14155550101, America/Los_Angeles", "+12125550101, America/New_York", "+4915112345678, Europe/Berlin",
			"+4930123456, Europe/Berlin", "+5511987654321, America/Sao_Paulo" })
	void numberOfOnePlaceHasItsTimeZone(String number, String zone) {
		for (Instant moment : new Instant[] { WINTER, SUMMER }) {
			assertThat(PhoneTimeZones.at(sms(number), moment)).contains(ZoneId.of(zone));
			assertThat(PhoneTimeZones.at(new Address(ChannelType.WHATSAPP, "whatsapp:" + number), moment))
				.contains(ZoneId.of(zone));
		}
	}

	@Test
	void numberOfSeveralPlacesWithTheSameTimeHasATimeZone() {
		// Guernsey, the Isle of Man and London.
		assertThat(PhoneTimeZones.at(sms("+447700900123"), WINTER))
			.hasValueSatisfying((zone) -> assertThat(zone.getRules().getOffset(WINTER)).isEqualTo(ZoneOffset.UTC));
		assertThat(PhoneTimeZones.at(sms("+447700900123"), SUMMER)).hasValueSatisfying(
				(zone) -> assertThat(zone.getRules().getOffset(SUMMER)).isEqualTo(ZoneOffset.ofHours(1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "+18005551212", "+12085550100", "+351912345678" })
	void numberOfPlacesWithDifferentTimesHasNoTimeZone(String number) {
		assertThat(PhoneTimeZones.at(sms(number), WINTER)).isEmpty();
		assertThat(PhoneTimeZones.at(sms(number), SUMMER)).isEmpty();
	}

	@Test
	void timeZoneDependsOnTheMoment() {
		// In 2024 Almaty changed to the time zone of Aqtobe.
		assertThat(PhoneTimeZones.at(sms("+77011234567"), Instant.parse("2023-06-01T00:00:00Z"))).isEmpty();
		assertThat(PhoneTimeZones.at(sms("+77011234567"), WINTER)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+9991234", "+999123456789012", "+1", "+800123456789", "+" })
	void unassignedNumberHasNoTimeZone(String number) {
		assertThat(PhoneTimeZones.at(sms(number), WINTER)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lina", "+14155550101", "" })
	void identityHasNoTimeZoneEvenIfItLooksLikeANumber(String identity) {
		assertThat(PhoneTimeZones.at(new Address(ChannelType.CHAT, identity), WINTER)).isEmpty();
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

}
