package io.frontlineservice.consent.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.UsState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether a conversation may begin, by the customer's local time. */
class QuietHoursTests {

	private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

	/** The hours from Monday to Friday that differ from the federal ones. */
	private static final Map<String, String> STATES = Map.ofEntries(Map.entry("FL", "8-20"), Map.entry("OK", "8-20"),
			Map.entry("MD", "8-20"), Map.entry("MS", "8-20"), Map.entry("NJ", "8-20"), Map.entry("WA", "8-20"),
			Map.entry("AL", "8-20"), Map.entry("LA", "8-20"), Map.entry("MA", "8-20"), Map.entry("CT", "9-20"),
			Map.entry("TX", "9-21"), Map.entry("RI", "9-18"), Map.entry("KY", "10-21"), Map.entry("CA", "9-21"),
			Map.entry("IL", "9-21"), Map.entry("MI", "9-21"), Map.entry("MN", "9-21"));

	private static final Map<String, String> SUNDAYS = Map.of("TX", "12-21", "RI", "10-17");

	private final SendingWindows windows = new SendingWindows(Map.of());

	@ParameterizedTest
	@EnumSource(UsState.class)
	void eachStateHasItsHours(UsState state) {
		String hours = STATES.getOrDefault(state.name(), "8-21");
		assertOpen(state, MONDAY, hours);
		assertOpen(state, MONDAY.minusDays(1), SUNDAYS.getOrDefault(state.name(), hours));
	}

	private void assertOpen(UsState state, LocalDate date, String hours) {
		for (ZoneId zone : this.windows.zonesIn(state)) {
			CustomerPlace place = new CustomerPlace("US-" + state, List.of(zone));
			int start = Integer.parseInt(hours.substring(0, hours.indexOf('-')));
			int end = Integer.parseInt(hours.substring(hours.indexOf('-') + 1));
			Instant opening = date.atTime(start, 0).atZone(zone).toInstant();
			Instant closing = date.atTime(end, 0).atZone(zone).toInstant();
			assertThat(refusal(place, opening.minusSeconds(1))).contains("can be sent from %d:00 on %s (their time)."
				.formatted(start, date.equals(MONDAY) ? "Monday" : "Sunday"));
			assertThat(refusal(place, opening)).isEmpty();
			assertThat(refusal(place, closing.minusSeconds(1))).isEmpty();
			assertThat(refusal(place, closing)).startsWith("It is %d:00 for this customer.".formatted(end));
		}
	}

	@Test
	void refusalSaysTheCustomersTimeAndWhenItWorks() {
		assertThat(refusal("US-NY", "America/New_York", "2026-12-07T02:40:00Z")).isEqualTo("It is 21:40 for this "
				+ "customer. Messages that begin a conversation can be sent from 8:00 on Monday (their time).");
	}

	@ParameterizedTest
	@CsvSource({
			// The clocks go forward on 2026-03-08 and back on 2026-11-01.
			"US-NY, America/New_York, 2026-03-08T02:30:00Z, 8:00 on Sunday",
			"US-NY, America/New_York, 2026-03-08T11:59:59Z, 8:00 on Sunday",
			"US-NY, America/New_York, 2026-03-08T12:00:00Z, ''", "US-NY, America/New_York, 2026-03-09T00:59:59Z, ''",
			"US-NY, America/New_York, 2026-03-09T01:00:00Z, 8:00 on Monday",
			"US-NY, America/New_York, 2026-11-01T12:59:59Z, 8:00 on Sunday",
			"US-NY, America/New_York, 2026-11-01T13:00:00Z, ''", "US-NY, America/New_York, 2026-11-02T01:59:59Z, ''",
			// Arizona has no daylight saving time.
			"US-AZ, America/Phoenix, 2026-07-06T14:59:59Z, 8:00 on Monday",
			"US-AZ, America/Phoenix, 2026-07-06T15:00:00Z, ''",
			"DE, Europe/Berlin, 2026-03-29T05:59:59Z, 8:00 on Sunday", "DE, Europe/Berlin, 2026-03-29T06:00:00Z, ''",
			"DE, Europe/Berlin, 2026-10-25T06:59:59Z, 8:00 on Sunday", "DE, Europe/Berlin, 2026-10-25T07:00:00Z, ''",
			// By half an hour, and never by a whole one.
			"AU, Australia/Lord_Howe, 2026-04-04T21:29:59Z, 8:00 on Sunday",
			"AU, Australia/Lord_Howe, 2026-04-04T21:30:00Z, ''",
			"NP, Asia/Kathmandu, 2026-06-01T02:14:59Z, 8:00 on Monday",
			"NP, Asia/Kathmandu, 2026-06-01T02:15:00Z, ''" })
	void hoursFollowDaylightSavingTime(String region, String zone, String now, String from) {
		assertThat(refusal(region, zone, now)).contains(from);
		assertThat(refusal(region, zone, now).isEmpty()).isEqualTo(from.isEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "02:30-04:00, 2026-03-29T01:00:00Z, 3:30 on Sunday", "02:30-04:00, 2026-03-29T01:30:00Z, ''",
			// 2:30 is twice: the span starts at the second one, and ends at the first
			// one.
			"02:30-04:00, 2026-10-25T01:29:59Z, 2:30 on Sunday", "02:30-04:00, 2026-10-25T01:30:00Z, ''",
			"01:00-02:30, 2026-10-25T00:29:59Z, ''", "01:00-02:30, 2026-10-25T00:30:00Z, 1:00 on Monday",
			"00:00-24:00, 2026-10-25T00:30:00Z, ''", "'mon-sat 00:00-24:00', 2026-10-25T22:59:59Z, 0:00 on Monday",
			"'mon-sat 00:00-24:00', 2026-10-25T23:00:00Z, ''" })
	void hoursAtTheChangeOfTheClockAreTheShorterOnes(String window, String now, String from) {
		QuietHours own = new QuietHours(new SendingWindows(Map.of("DE", window)));
		String text = text(own, new CustomerPlace("DE", List.of()), Instant.parse(now));
		assertThat(text).contains(from);
		assertThat(text.isEmpty()).isEqualTo(from.isEmpty());
	}

	@ParameterizedTest
	@CsvSource({
			// From 8:00 in Honolulu, until Rhode Island closes; on Sundays from 12:00 in
			// El Paso.
			"2026-12-07T17:59:59Z, closed", "2026-12-07T18:00:00Z, open", "2026-12-07T22:59:59Z, open",
			"2026-12-07T23:00:00Z, closed", "2026-12-06T18:59:59Z, closed", "2026-12-06T19:00:00Z, open",
			"2026-12-06T21:59:59Z, open", "2026-12-06T22:00:00Z, closed", "2026-07-06T17:59:59Z, closed",
			"2026-07-06T18:00:00Z, open", "2026-07-06T21:59:59Z, open", "2026-07-06T22:00:00Z, closed" })
	void unknownStateMeansTheHoursOfAllStates(String now, String expected) {
		String refusal = refusal(new CustomerPlace("US", List.of()), Instant.parse(now));
		assertThat(refusal.isEmpty()).isEqualTo(expected.equals("open"));
	}

	@Test
	void unknownStateOfOneZoneMeansTheStatesOfThatZone() {
		// Until 20:00 in Washington State.
		assertThat(refusal("US", "America/Los_Angeles", "2026-12-08T03:59:59Z")).isEmpty();
		assertThat(refusal("US", "America/Los_Angeles", "2026-12-08T04:00:00Z"))
			.isEqualTo("It is 20:00 for this customer. Messages that begin a conversation can be sent from 9:00 on "
					+ "Tuesday (their time).");
		// By another name of that zone.
		assertThat(refusal("US", "US/Pacific", "2026-12-08T04:00:00Z")).isNotEmpty();
	}

	@Test
	void uncertainTimeZoneIsSaid() {
		assertThat(
				refusal(new CustomerPlace("AU", List.of(ZoneId.of("Australia/Sydney"), ZoneId.of("Australia/Perth"))),
						Instant.parse("2026-12-06T21:00:00Z")))
			.isEqualTo("It may be 5:00 for this customer, whose time zone is not known exactly. Messages that begin a "
					+ "conversation can be sent from 8:00 on Monday (that time).");
	}

	@ParameterizedTest
	@CsvSource({
			// Sunday; Easter Monday; Ascension Day; Whit Monday; Bastille Day; Christmas
			// is a Friday.
			"2026-12-06T12:00:00Z, 8:00 on Monday", "2027-03-29T12:00:00Z, 8:00 on Tuesday",
			"2027-05-06T12:00:00Z, 8:00 on Friday", "2027-05-17T12:00:00Z, 8:00 on Tuesday",
			"2026-07-14T12:00:00Z, 8:00 on Wednesday", "2026-12-25T12:00:00Z, 8:00 on Saturday",
			"2026-12-07T20:59:59Z, ''", "2026-12-07T21:00:00Z, 8:00 on Tuesday" })
	void franceIsClosedOnSundaysAndHolidays(String now, String from) {
		assertThat(refusal(new CustomerPlace("FR", List.of()), Instant.parse(now))).contains(from)
			.satisfies((text) -> assertThat(text.isEmpty()).isEqualTo(from.isEmpty()));
	}

	@ParameterizedTest
	@CsvSource({ "1818-03-22", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25",
			"2049-04-18", "2076-04-19" })
	void easterIsComputed(LocalDate easter) {
		assertThat(Holidays.easter(easter.getYear())).isEqualTo(easter);
	}

	@Test
	void everyoneElseHasTheDefaultHours() {
		assertThat(refusal(new CustomerPlace("JP", List.of()), Instant.parse("2026-12-07T12:00:00Z")))
			.startsWith("It is 21:00 for this customer.");
		QuietHours own = new QuietHours(new SendingWindows(Map.of("default", "00:00-24:00", "us-tx", "10:00-11:00")));
		assertThat(text(own, new CustomerPlace("JP", List.of()), Instant.parse("2026-12-07T12:00:00Z"))).isEmpty();
		assertThat(text(own, new CustomerPlace("US-TX", List.of(ZoneId.of("America/Chicago"))),
				Instant.parse("2026-12-07T17:00:00Z")))
			.contains("10:00 on Tuesday");
	}

	@Test
	void unknownPlaceIsNeverRefused() {
		assertThat(refusal(CustomerPlace.UNKNOWN, Instant.parse("2026-12-07T03:00:00Z"))).isEmpty();
	}

	@Test
	void hoursThatNeverOverlapAreSaid() {
		QuietHours own = new QuietHours(new SendingWindows(Map.of("AU", "08:00-09:00")));
		assertThat(text(own, new CustomerPlace("AU", List.of()), Instant.parse("2026-12-07T03:00:00Z")))
			.contains("leave no time");
		QuietHours none = new QuietHours(new SendingWindows(Map.of("IS", "Never")));
		assertThat(text(none, new CustomerPlace("IS", List.of()), Instant.parse("2026-12-07T12:00:00Z")))
			.isEqualTo("It is 12:00 for this customer. The quiet hours leave no time at which a conversation with this "
					+ "customer can begin.");
	}

	@Test
	void dayThatIsMoreThanAWeekAwayHasADate() {
		QuietHours own = new QuietHours(new SendingWindows(Map.of("FR", "thu 10:00-11:00, not on holidays")));
		assertThat(text(own, new CustomerPlace("FR", List.of()), Instant.parse("2027-04-29T12:00:00Z")))
			.contains("10:00 on Thursday, 13 May");
	}

	@Test
	void dataHasZonesOfAllStates() {
		assertThat(QuietHoursData.INCLUDED.usZones()).containsOnlyKeys(UsState.values());
		assertThat(QuietHoursData.INCLUDED.asOf()).isEqualTo("2026-11-28");
		assertThat(Arrays.stream(UsState.values()).map((state) -> this.windows.zonesIn(state))).allMatch(
				(zones) -> zones.stream().allMatch((it) -> ZoneCountries.countryOf(it).equals(Optional.of("US"))));
	}

	private String refusal(String region, String zone, String now) {
		return refusal(new CustomerPlace(region, List.of(ZoneId.of(zone))), Instant.parse(now));
	}

	private String refusal(CustomerPlace place, Instant now) {
		return text(new QuietHours(this.windows), place, now);
	}

	private static String text(QuietHours quietHours, CustomerPlace place, Instant now) {
		return quietHours.refusal(place, now).map(QuietHoursRefusal::text).orElse("");
	}

}
