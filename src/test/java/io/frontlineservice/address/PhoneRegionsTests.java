package io.frontlineservice.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Countries and states of addresses. */
class PhoneRegionsTests {

	@ParameterizedTest
	@CsvSource({ "+14155550101, US", "+12045550101, CA", "+17875550101, PR", "+33612345678, FR", "+447400123456, GB",
			"+77011234567, KZ", "+18005550101, US" })
	void numberHasTheCountryOfItsCode(String number, String country) {
		assertThat(PhoneRegions.countryOf(sms(number))).contains(country);
		assertThat(PhoneRegions.countryOf(new Address(ChannelType.WHATSAPP, "whatsapp:" + number))).contains(country);
	}

	@Test
	void userIdOfWhatsAppHasTheCountryAtItsStart() {
		Address user = new Address(ChannelType.WHATSAPP, "whatsapp:US.13491208655302");
		assertThat(PhoneRegions.countryOf(user)).contains("US");
		assertThat(PhoneRegions.usStateOf(user)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+80012345678", "+881612345678", "+999123456" })
	void numberOfNoCountryHasNone(String number) {
		assertThat(PhoneRegions.countryOf(sms(number))).isEmpty();
		assertThat(PhoneRegions.countryOf(new Address(ChannelType.CHAT, "lina"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+12125550101, NY", "+14155550101, CA", "+12025550143, DC", "+12065550101, WA", "+13045550101, WV",
			"+14455550101, PA", "+17065550101, GA", "+19155550101, TX", "+15095550101, WA", "+18085550101, HI" })
	void areaCodeHasAState(String number, UsState state) {
		assertThat(PhoneRegions.usStateOf(sms(number))).contains(state);
	}

	@Test
	void areaCodesHaveAllStatesAndNoOther() {
		Set<UsState> states = EnumSet.noneOf(UsState.class);
		for (int areaCode = 201; areaCode < 990; areaCode++) {
			Optional<UsState> state = PhoneRegions.usStateOf(sms("+1" + areaCode + "5550101"));
			state.ifPresent(states::add);
		}
		assertThat(states).containsExactlyInAnyOrder(UsState.values());
	}

	@ParameterizedTest
	@ValueSource(strings = { "+995322123456", "+18005550101", "+12045550101", "+15005550101", "+17875550101" })
	void numberOutsideTheStatesHasNone(String number) {
		assertThat(PhoneRegions.usStateOf(sms(number))).isEmpty();
	}

	@Test
	void mobileNumberMayBelongToAllZonesOfItsCountryCode() {
		assertThat(PhoneTimeZones.allOf(sms("+61412345678"))).contains(ZoneId.of("Australia/Perth"),
				ZoneId.of("Australia/Sydney"));
		assertThat(PhoneTimeZones.allOf(sms("+12125550101"))).containsExactly(ZoneId.of("America/New_York"));
		assertThat(PhoneTimeZones.allOf(sms("+9991234"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "+18505550101, America/Chicago America/New_York", "+12705550101, America/Chicago America/New_York",
			"+12195550101, America/Chicago America/New_York", "+19155550101, America/Denver",
			"+17015550101, America/Chicago America/Denver America/North_Dakota/Center" })
	void areaCodeAcrossTimeZonesHasAllOfThem(String number, String zones) {
		assertThat(PhoneTimeZones.allOf(sms(number))).extracting(ZoneId::getId)
			.containsExactlyInAnyOrder(zones.split(" "));
	}

	@ParameterizedTest
	@CsvSource({ "tx, TX", "TX, TX", "Texas, TX", "us-tx, TX", "US_TX, TX", "' texas ', TX", "new york, NY",
			"New York State, NY", "'Washington, DC', DC", "District of Columbia, DC", "D.C., DC", "washington, WA",
			"US, ", "Bavaria, ", "'', ", "AL, AL", "USA-OK, OK" })
	void stateIsReadAsPeopleWriteIt(String written, UsState state) {
		assertThat(UsState.read(written)).isEqualTo(Optional.ofNullable(state));
	}

	private static Address sms(String number) {
		return new Address(ChannelType.SMS, number);
	}

}
