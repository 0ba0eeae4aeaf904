package io.frontlineservice.address;

import org.jspecify.annotations.Nullable;

/**
 * What became of a written address. Returned by {@link AddressReader} to CRM adapters,
 * which list the remarks once for the people who keep the data, and by
 * {@link SenderReader}, whose remarks go to operators.
 *
 * @param address the address, or null if what was written cannot be used
 * @param remark why it cannot be used, or what is doubtful about it, in words that never
 * quote it; null if all is well
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
