package io.frontlineservice.consent.quiet;

import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CrmCustomer;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a customer may be. */
class CustomerPlaceFinderTests {

	private static final String NEW_YORK = "+12125550101";

	private final CustomerPlaceFinder places = new CustomerPlaceFinder(new SendingWindows(Map.of()), "state");

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
			// By the number.
			"+12125550101, -, -, US-NY, America/New_York", "+33612345678, -, -, FR, Europe/Paris",
			"+18505550101, -, -, US-FL, America/New_York+America/Chicago", "+18005550101, -, -, US, *",
			// The zone of the CRM counts more than the number.
			"+12125550101, Europe/Berlin, -, DE, Europe/Berlin",
			"+12125550101, America/Chicago, -, US, America/Chicago", "+12125550101, US/Eastern, -, US-NY, US/Eastern",
			"+33612345678, UTC, -, FR, UTC", "+12125550101, nonsense, -, US-NY, America/New_York",
			// The state of the CRM counts more than that of the number.
			"+12125550101, -, TX, US-TX, America/Chicago+America/Denver",
			"+12125550101, -, Texas, US-TX, America/Chicago+America/Denver",
			"+12125550101, America/Denver, TX, US-TX, America/Denver", "+18005550101, -, NJ, US-NJ, America/New_York",
			"+12125550101, -, Bavaria, US-NY, America/New_York", "+4930123456, -, DE, DE, Europe/Berlin",
			"+80012345678, -, -, -, -" })
	void placeIsFound(String number, @Nullable String zone, @Nullable String state, @Nullable String region,
			@Nullable String zones) {
		CustomerPlace place = this.places.find(with(zone, state), sms(number));
		assertThat(place.region()).isEqualTo(region);
		if (!"*".equals(zones)) {
			assertThat(place.zones()).extracting(ZoneId::getId)
				.containsExactlyInAnyOrder((zones == null) ? new String[0] : zones.split("\\+"));
		}
	}

	@Test
	void zonesOfOtherCountriesWithTheSameCodeAreLeftOut() {
		assertThat(this.places.find(null, sms("+18005550101")).zones()).contains(ZoneId.of("Pacific/Honolulu"))
			.doesNotContain(ZoneId.of("America/Toronto"), ZoneId.of("America/Jamaica"));
	}

	@Test
	void personWithoutANumberHasTheCountryOfTheUserId() {
		Address user = whatsApp("US.13491208655302");
		assertThat(this.places.find(null, user)).isEqualTo(new CustomerPlace("US", List.of()));
		assertThat(this.places.find(with("America/Chicago", "IL"), user))
			.isEqualTo(new CustomerPlace("US-IL", List.of(ZoneId.of("America/Chicago"))));
	}

	@Test
	void chatUserHasThePlaceOfTheCustomersNumber() {
		CrmCustomer customer = at(customer("1", "Lina"), chat("lina"), sms(NEW_YORK));
		assertThat(this.places.find(customer, chat("lina")).region()).isEqualTo("US-NY");
		assertThat(this.places.find(customer("2", "Max"), chat("max"))).isEqualTo(CustomerPlace.UNKNOWN);
		assertThat(this.places.find(null, null)).isEqualTo(CustomerPlace.UNKNOWN);
	}

	private static CrmCustomer with(@Nullable String zone, @Nullable String state) {
		Map<String, Object> attributes = new HashMap<>();
		if (zone != null) {
			attributes.put("time_zone", zone);
		}
		if (state != null) {
			attributes.put("state", state);
		}
		CrmCustomer customer = customer("1", "Lina");
		return new CrmCustomer(customer.card(), customer.owners(), List.of(), null, null, null, attributes);
	}

}
