package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One way to write to a customer. Part of the wire. Immutable.
 *
 * @param type the channel
 * @param value the address in the form Twilio takes; see {@link Address}
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Channel(ChannelType type, String value) {

	public static Channel of(Address address) {
		return new Channel(address.channel(), address.value());
	}

	public Address toAddress() {
		return new Address(this.type, this.value);
	}

}
