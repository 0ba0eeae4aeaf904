package io.frontlineservice.callback;

import io.frontlineservice.address.Address;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The address to write from.
 *
 * @param proxyAddress in the form Twilio takes
 */
@JsonNaming(SnakeCaseStrategy.class)
record ProxyAddressAnswer(String proxyAddress) {

	static ProxyAddressAnswer of(Address address) {
		return new ProxyAddressAnswer(address.value());
	}

}
