package io.frontlineservice.consent.quiet;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.PhoneRegions;
import io.frontlineservice.address.PhoneTimeZones;
import io.frontlineservice.address.UsState;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.text.TimeZones;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a customer may be: by the CRM's time zone and state, else by the number.
 * Called when a worker begins a conversation, and when a participant is identified.
 * Thread-safe.
 */
final class CustomerPlaceFinder {

	private static final String TIME_ZONE = "time_zone";

	private final SendingWindows windows;

	private final @Nullable String stateAttribute;

	/**
	 * Creates a finder.
	 * @param stateAttribute the attribute of customers that has the state of the US; null
	 * if there is none
	 */
	CustomerPlaceFinder(SendingWindows windows, @Nullable String stateAttribute) {
		this.windows = windows;
		this.stateAttribute = stateAttribute;
	}

	/**
	 * Returns where the customer may be.
	 * @param customer the customer; null if the CRM does not know the person
	 * @param address the address that is written to; null if it is not known
	 */
	CustomerPlace find(@Nullable CrmCustomer customer, @Nullable Address address) {
		Optional<ZoneId> zone = Optional.ofNullable(customer).flatMap((it) -> TimeZones.read(it.text(TIME_ZONE)));
		Optional<Address> located = addresses(customer, address).filter((it) -> PhoneRegions.countryOf(it).isPresent())
			.findFirst();
		Optional<String> country = zone.flatMap(ZoneCountries::countryOf)
			.or(() -> located.flatMap(PhoneRegions::countryOf));
		if (country.isEmpty()) {
			return CustomerPlace.UNKNOWN;
		}
		List<ZoneId> zones = zone.map(List::of).orElseGet(() -> zonesOf(located, country.get()));
		return country.get().equals(CustomerPlace.USA) ? inUsa(customer, located, zone, zones)
				: new CustomerPlace(country.get(), zones);
	}

	/** The address that is written to counts more than the customer's others. */
	private static Stream<Address> addresses(@Nullable CrmCustomer customer, @Nullable Address address) {
		Stream<Address> others = (customer != null) ? customer.channels().stream().map(Channel::toAddress)
				: Stream.empty();
		return Stream.concat(Stream.ofNullable(address), others);
	}

	/** The zones of a country code may be those of several countries. */
	private static List<ZoneId> zonesOf(Optional<Address> address, String country) {
		return address.map(PhoneTimeZones::allOf)
			.orElse(List.of())
			.stream()
			.filter((zone) -> ZoneCountries.countryOf(zone).filter(country::equals).isPresent())
			.toList();
	}

	/**
	 * The state of the CRM is certain. That of an area code is not, so it must agree with
	 * the time zone of the CRM.
	 */
	private CustomerPlace inUsa(@Nullable CrmCustomer customer, Optional<Address> address, Optional<ZoneId> ofCrm,
			List<ZoneId> zones) {
		Optional<UsState> written = stateOf(customer);
		if (written.isPresent()) {
			List<ZoneId> inState = ofCrm.isPresent() ? zones : this.windows.zonesIn(written.get(), zones);
			return new CustomerPlace(region(written.get()),
					inState.isEmpty() ? this.windows.zonesIn(written.get()) : inState);
		}
		return address.flatMap(PhoneRegions::usStateOf)
			.filter((state) -> ofCrm.isEmpty() || !this.windows.zonesIn(state, zones).isEmpty())
			.map((state) -> new CustomerPlace(region(state), zones.isEmpty() ? this.windows.zonesIn(state) : zones))
			.orElseGet(() -> new CustomerPlace(CustomerPlace.USA, zones));
	}

	private Optional<UsState> stateOf(@Nullable CrmCustomer customer) {
		return (customer != null && this.stateAttribute != null) ? UsState.read(customer.text(this.stateAttribute))
				: Optional.empty();
	}

	private static String region(UsState state) {
		return CustomerPlace.USA + "-" + state.name();
	}

}
