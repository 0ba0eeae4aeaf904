package io.frontlineservice.address;

import org.jspecify.annotations.Nullable;

/**
 * The result of reading an address. Returned by {@link AddressReader} to CRM adapters,
 * which report the remarks to the people who maintain the data, and by
 * {@link SenderReader} for the operator.
 *
 * @param address the address, or null if the text cannot be used
 * @param remark why the text cannot be used, or what is doubtful about it, without
 * quoting it; null if there is no doubt
 */
public record AddressReading(@Nullable Address address, @Nullable String remark) {

	static AddressReading of(Address address) {
		return new AddressReading(address, null);
	}

	static AddressReading doubtful(Address address, String remark) {
		return new AddressReading(address, remark);
	}

	static AddressReading unusable(String remark) {
		return new AddressReading(null, remark);
	}

}
