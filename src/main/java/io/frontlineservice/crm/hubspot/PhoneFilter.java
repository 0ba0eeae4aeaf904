package io.frontlineservice.crm.hubspot;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneDigits;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.hubspot.ContactSearch.Filter;
import io.frontlineservice.crm.hubspot.ContactSearch.FilterGroup;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds contacts by an address. HubSpot calculates the number of {@code phone} and of
 * {@code mobilephone} without country code, so what it finds may be a number of another
 * country: the caller compares the whole number. Used by {@link HubSpotCrm}. Immutable.
 */
final class PhoneFilter {

	/**
	 * HubSpot's searchable numbers. Other properties are compared as they are written.
	 */
	private static final Map<String, String> SEARCHABLE = Map.of("phone", "hs_searchable_calculated_phone_number",
			"mobilephone", "hs_searchable_calculated_mobile_number");

	private static final Pattern DIGITS = Pattern.compile("\\d+");

	private static final Pattern NO_DIGIT = Pattern.compile("\\D");

	private final FieldMapping fields;

	private final AddressReader addresses;

	PhoneFilter(FieldMapping fields, AddressReader addresses) {
		this.fields = fields;
		this.addresses = addresses;
	}

	/** Returns the filters for an address; none if no contact can have it. */
	List<FilterGroup> of(Address address) {
		List<FilterGroup> groups = new ArrayList<>();
		if (address.isIdentity()) {
			this.fields.identityFields(address).forEach((property) -> groups.add(identityFilter(property, address)));
		}
		else if (address.number() != null) {
			this.fields.numberFields().forEach((property) -> groups.add(filter(property, address)));
		}
		return groups;
	}

	private static FilterGroup identityFilter(String property, Address address) {
		List<String> userId = PhoneNotations.ofNumberOrUserId(address);
		return FilterGroup.of(userId.isEmpty() ? Filter.equal(property, address.value())
				: Filter.in(property, userId.stream().map((it) -> it.toLowerCase(Locale.ROOT)).toList()));
	}

	private static FilterGroup filter(String property, Address address) {
		List<String> notations = PhoneNotations.of(address);
		String searchable = SEARCHABLE.get(property);
		return FilterGroup.of((searchable == null) ? Filter.in(property, notations)
				: Filter.in(searchable, notations.stream().filter((it) -> DIGITS.matcher(it).matches()).toList()));
	}

	/**
	 * Returns the words to search for. A number is searched for as HubSpot stores it:
	 * only digits, and without the country code if it is a whole number.
	 */
	String query(String typed) {
		if (typed.codePoints().anyMatch(Character::isLetter)) {
			return typed.strip();
		}
		Address address = this.addresses.read(ChannelType.SMS, typed).address();
		String national = (address != null) ? PhoneDigits.withoutCountryCode(address) : null;
		return (national != null) ? national : digits(typed);
	}

	private static String digits(String typed) {
		return NO_DIGIT.matcher(typed).replaceAll("");
	}

}
