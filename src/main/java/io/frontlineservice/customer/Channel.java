package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A channel on which a worker can write to a customer: Twilio's Channel object. Written
 * as JSON. Immutable.
 *
 * @param type the channel
 * @param value the customer's address on it, in Twilio's form; see {@link Address}
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Channel(ChannelType type, String value) {

	/** Returns the channel of an address. */
	public static Channel of(Address address) {
		return new Channel(address.channel(), address.value());
	}

	/** Returns the address of this channel. */
	public Address toAddress() {
		return new Address(this.type, this.value);
	}

}
