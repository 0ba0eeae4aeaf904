package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneDigits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A contact. Held by {@link Contacts}. Immutable.
 *
 * @param id the id, a number
 * @param properties the values that people have entered, and those that HubSpot
 * calculates from them
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 */
record Contact(String id, Map<String, String> properties, Instant createdAt, Instant updatedAt) {

	private static final Pattern NO_DIGIT = Pattern.compile("\\D");

	private static final Pattern LEADING_ZEROS = Pattern.compile("^0+");

	Contact {
		Map<String, String> all = new HashMap<>(properties);
		calculate(all, "phone", "hs_searchable_calculated_phone_number");
		calculate(all, "mobilephone", "hs_searchable_calculated_mobile_number");
		properties = Map.copyOf(all);
	}

	private static void calculate(Map<String, String> properties, String number, String searchable) {
		String phone = properties.get(number);
		if (phone != null) {
			properties.put(searchable, searchable(phone));
		}
	}

	/** Returns a value; null if it is empty. */
	@Nullable String value(String property) {
		return switch (property) {
			case "hs_object_id" -> this.id;
			case "createdate" -> this.createdAt.toString();
			case "lastmodifieddate" -> this.updatedAt.toString();
			default -> this.properties.get(property);
		};
	}

	/** Without the country code, or else without leading zeros. */
	private static String searchable(String phone) {
		String digits = NO_DIGIT.matcher(phone).replaceAll("");
		String national = phone.startsWith("+")
				? PhoneDigits.withoutCountryCode(new Address(ChannelType.SMS, "+" + digits)) : null;
		return (national != null) ? national : LEADING_ZEROS.matcher(digits).replaceAll("");
	}

}
